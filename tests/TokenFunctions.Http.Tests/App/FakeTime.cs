namespace TokenFunctions.Http.Tests.App;

/// <summary>A clock that stands at noon of 1 May 2027.</summary>
internal sealed class FakeTime : TimeProvider
{
    public static readonly DateTimeOffset Noon = new(2027, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Noon;
}
