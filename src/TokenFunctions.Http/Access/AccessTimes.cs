namespace TokenFunctions.Http.Access;

/// <summary>How old what requests are checked against may be.</summary>
public sealed record AccessTimes
{
    /// <summary>The greatest age of what is remembered of a caller: a key that was removed on another instance is
    /// refused here after this time at the latest. 1 s to 5 min.</summary>
    public TimeSpan CallerAge { get; init; } = TimeSpan.FromSeconds(30);
}
