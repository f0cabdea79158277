namespace TokenFunctions.Testing.Accounts;

/// <summary>A machine's clock that is wrong by <paramref name="off"/>.</summary>
public sealed class SkewedTime(TimeSpan off) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + off;
}
