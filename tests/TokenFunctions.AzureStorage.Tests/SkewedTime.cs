namespace TokenFunctions.AzureStorage.Tests;

/// <summary>A machine's clock that is wrong by <paramref name="off"/>.</summary>
internal sealed class SkewedTime(TimeSpan off) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + off;
}
