using System.Buffers;
using System.Text.Json;
using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Fuzzing.Wire;
using TokenFunctions.Testing;

namespace TokenFunctions.Fuzzing.Judging;

/// <summary>Looks for planted values in what the app lets out.</summary>
internal static class Leaks
{
    private static readonly SearchValues<string> Secrets = SearchValues.Create([.. Forms.Of(Planted.Secret)], StringComparison.Ordinal);
    private static readonly SearchValues<string> Tokens = SearchValues.Create([.. Forms.Of(Planted.Token)], StringComparison.Ordinal);

    /// <summary>What of it is in an answer; null = nothing.</summary>
    public static string? Find(FuzzRequest request, WireAnswer answer)
    {
        var headers = string.Join('\n', answer.Headers.SelectMany(header => header));
        if (Holds(WithoutToken(request, answer), Secrets) || Holds(headers, Secrets)) return $"{answer.Status} with a planted secret in it";
        if (Holds(headers, Tokens)) return $"{answer.Status} with a token in its headers";
        return Holds(answer.Text, Tokens) && !MayHoldToken(request, answer) ? $"{answer.Status} with a token in it" : null;
    }

    /// <summary>Whether a text holds a planted secret or a token.</summary>
    public static bool AnyIn(string text) => Holds(text, Secrets) || Holds(text, Tokens);

    private static bool Holds(string text, SearchValues<string> forms) => text.AsSpan().ContainsAny(forms);

    // Of a static realm the token is a field of the secret.
    private static string WithoutToken(FuzzRequest request, WireAnswer answer)
    {
        if (!MayHoldToken(request, answer)) return answer.Text;
        using var json = JsonDocument.Parse(answer.Body);
        return json.RootElement.TryGetProperty("token", out var token)
            ? answer.Text.Replace(token.GetRawText(), "", StringComparison.Ordinal)
            : answer.Text;
    }

    // By the answer: a path that was changed may name the route all the same.
    private static bool MayHoldToken(FuzzRequest request, WireAnswer answer) =>
        answer.Status == 200 && !request.Route.Contains("test", StringComparison.Ordinal)
        && answer.Text.Contains("\"revalidate_after\"", StringComparison.Ordinal);
}
