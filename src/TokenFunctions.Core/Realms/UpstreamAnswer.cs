using System.Diagnostics.CodeAnalysis;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms;

/// <summary>What came of asking a provider: a token or a failure, never both.</summary>
public sealed record UpstreamAnswer
{
    private UpstreamAnswer(UpstreamToken? token, UpstreamFailure? failure) => (Token, Failure) = (token, failure);

    /// <summary>The token, if one was issued.</summary>
    public UpstreamToken? Token { get; }

    /// <summary>Why none was, otherwise.</summary>
    public UpstreamFailure? Failure { get; }

    /// <summary>Whether a token was issued.</summary>
    [MemberNotNullWhen(true, nameof(Token))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool HasToken => Token is not null;

    /// <summary>The values of <c>state</c> that the answer renewed, with a token or without.</summary>
    public IReadOnlyDictionary<string, SecretText> State => HasToken ? Token.State : Failure.State;

    /// <summary>An answer with a token.</summary>
    public static UpstreamAnswer Of(UpstreamToken token) => new(token, null);

    /// <summary>An answer without one.</summary>
    public static UpstreamAnswer Of(UpstreamFailure failure) => new(null, failure);

    /// <summary>The answer when an obstacle kept the call away.</summary>
    internal static UpstreamAnswer NotSent(TokenFailure obstacle, DateTimeOffset now) =>
        Of(new UpstreamFailure(obstacle.Kind, obstacle.Detail, UpstreamReach.NotSent)
        {
            RetryAfter = obstacle.RetryAt - now,
        });
}
