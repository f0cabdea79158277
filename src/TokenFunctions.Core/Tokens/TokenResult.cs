using System.Diagnostics.CodeAnalysis;
using TokenFunctions.Realms;

namespace TokenFunctions.Tokens;

/// <summary>A token or a failure, never both.</summary>
public sealed record TokenResult
{
    private readonly object content;
    private readonly object? aside;
    private readonly long dueAt = UtcTicks.None;
    private readonly long deadAt = UtcTicks.None;

    private TokenResult(object content) => this.content = content;

    /// <summary>The token; null when there is a <see cref="Failure"/>.</summary>
    public Token? Token => content as Token;

    /// <summary>Why there is no token; null when there is one.</summary>
    public TokenFailure? Failure => content as TokenFailure;

    /// <summary>Where the answer came from.</summary>
    public TokenOrigin Origin { get; init; }

    /// <summary>The failure of the last renewal, when the token is handed out although renewing it failed.</summary>
    public TokenFailure? RenewalFailed
    {
        get => Aside.FailureIn(aside);
        init => aside = Aside.Of(value, Attach);
    }

    /// <summary>Whether the store could not be asked, and this is what was last read there: the token lives, but a
    /// newer one may be there already.</summary>
    public bool IsStale { get; init; }

    /// <summary>For how long the answer may be kept before its generation is checked again.</summary>
    public TimeSpan RevalidateAfter { get; init; }

    /// <summary>From when the token should be renewed although it lives, store time, UTC; null = never.</summary>
    public DateTimeOffset? DueAt
    {
        get => UtcTicks.Time(dueAt);
        init => dueAt = UtcTicks.Of(value);
    }

    /// <summary>From when the token is not handed out any more, store time, UTC; null = never.</summary>
    public DateTimeOffset? DeadAt
    {
        get => UtcTicks.Time(deadAt);
        init => deadAt = UtcTicks.Of(value);
    }

    /// <summary>How the realm says that the token is put on a request, and which answers mean that it is dead; null =
    /// the source does not tell.</summary>
    public AttachRule? Attach
    {
        get => Aside.AttachIn(aside);
        init => aside = Aside.Of(RenewalFailed, value);
    }

    /// <summary>Whether there is a token.</summary>
    [MemberNotNullWhen(true, nameof(Token))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool HasToken => Token is not null;

    /// <summary>An answer with a token.</summary>
    public static TokenResult Of(Token token) => new(token);

    /// <summary>An answer without one.</summary>
    public static TokenResult Of(TokenFailure failure) => new(failure);
}
