namespace TokenFunctions.Tokens;

/// <summary>What a caller asks of an <see cref="ITokenSource"/>.</summary>
/// <param name="Key">Which token.</param>
public sealed record TokenRequest(TokenKey Key)
{
    /// <summary>The least remaining life that the caller can use; zero = any living token.</summary>
    public TimeSpan MinTtl { get; init; }

    /// <summary>The generation that the caller saw refused by the API; null = none.</summary>
    public long? Invalid { get; init; }

    /// <summary>Whether a generation newer than the one at the first read is demanded.</summary>
    public bool Flush { get; init; }

    /// <summary>The token that the asker has already; a source that would give this very generation with this very
    /// expiry gives it back without reading its value again. Null = none.</summary>
    public Token? Held { get; init; }

    /// <summary>Called once for each renewal of a living token that this very request brought about, when it has ended,
    /// also if nobody waits for it any more: not for one that others brought about and this request only waited for.
    /// Null = nobody wants to know.</summary>
    public WhenForced? WhenForced { get; init; }

    /// <summary>Whether an ordinary living token is enough: nothing special is demanded.</summary>
    public bool IsPlain => MinTtl <= TimeSpan.Zero && Invalid is null && !Flush;
}
