using TokenFunctions.Tokens;

namespace TokenFunctions.Standings;

/// <summary>How one token stands, in a word.</summary>
/// <param name="Key">Whose token it is.</param>
/// <param name="State">One of <see cref="StandingNames"/>.</param>
/// <param name="DeadAt">From when it is not handed out any more, UTC; null = never, or there is none.</param>
public sealed record Standing(TokenKey Key, string State, DateTimeOffset? DeadAt)
{
    /// <summary>How a token stands that was never asked for.</summary>
    public static Standing None(TokenKey key) => new(key, StandingNames.None, null);
}
