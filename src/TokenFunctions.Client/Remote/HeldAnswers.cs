using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Remote;

/// <summary>The answers that tokens came with, as long as somebody holds the tokens: the service then only says that
/// one still holds.</summary>
internal sealed class HeldAnswers
{
    /// <summary>About what is kept for each token, in bytes: an answer, its tag, and a place in the table.</summary>
    public const int BytesEach = 256;

    private readonly ConditionalWeakTable<Token, HeldAnswer> answers = [];

    /// <summary>Keeps an answer of which no more is to be said while its token stays the same.</summary>
    public void Keep(TokenResult result, EntityTagHeaderValue? tag)
    {
        if (tag is null || result is not { Token: { } token, IsStale: false, RenewalFailed: null }) return;
        answers.AddOrUpdate(token, new HeldAnswer(result with { Origin = TokenOrigin.Cache }, tag));
    }

    /// <summary>The answer that a token came with, if it is known.</summary>
    public bool TryFind(Token? token, [NotNullWhen(true)] out HeldAnswer? answer)
    {
        answer = null;
        return token is not null && answers.TryGetValue(token, out answer);
    }
}
