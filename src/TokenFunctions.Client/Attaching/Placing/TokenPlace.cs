using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Attaching.Placing;

/// <summary>Puts a token on a request, in the place of what the request has there.</summary>
internal static class TokenPlace
{
    /// <summary>The name of the place that is a part of the address.</summary>
    public const string Query = "query";

    /// <summary>The name of the place that is a header.</summary>
    public const string Header = "header";

    /// <summary>The name of the place that is a pair of the <c>Cookie</c> header.</summary>
    public const string Cookie = "cookie";

    private const string CookieHeader = "Cookie";

    /// <summary>Puts it where the rule says.</summary>
    /// <exception cref="TokenUnavailableException">The token has characters that cannot stand there.</exception>
    public static void Put(HttpRequestMessage request, AttachRule rule, Token token)
    {
        var text = rule.Prefix + token.Value.Reveal();
        switch (rule.Place)
        {
            case Query:
                request.RequestUri = QueryText.With(request.RequestUri!, rule.Name, text);
                break;
            case Cookie:
                if (!CookieText.IsValue(text)) throw Unfit(token);
                SetHeader(request, CookieHeader, CookieText.With(GivenCookies(request), rule.Name, text), token);
                break;
            default:
                SetHeader(request, rule.Name, text, token);
                break;
        }
    }

    /// <summary>What is thrown where the token cannot be put on a request as the rule says.</summary>
    public static TokenUnavailableException Unfit(Token token) => new(
        token.Key,
        new(FailureKind.Rejected, "The token cannot stand where the realm's attach puts it; correct the realm."),
        retryAfter: null);

    /// <summary>What is thrown where a source gives a token without text: a request with it would go without
    /// one.</summary>
    public static TokenUnavailableException Empty(Token token) => new(
        token.Key, new(FailureKind.Rejected, "The source of tokens gave an empty one."), retryAfter: null);

    private static string[] GivenCookies(HttpRequestMessage request) =>
        request.Headers.NonValidated.TryGetValues(CookieHeader, out var lines) ? [.. lines] : [];

    private static void SetHeader(HttpRequestMessage request, string name, string text, Token token)
    {
        if (!AttachFaults.IsValue(text)) throw Unfit(token);
        request.Headers.Remove(name);
        if (!request.Headers.TryAddWithoutValidation(name, text)) throw Unfit(token);
    }
}
