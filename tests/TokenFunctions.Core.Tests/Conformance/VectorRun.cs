using System.Text.Json;
using TokenFunctions.Realms;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Conformance;

/// <summary>Plays one answer of a vector back and compares what was sent and what was made of the answer.</summary>
internal static class VectorRun
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>What is not as it has to be, a line each; none = the vector holds.</summary>
    /// <param name="vector">The vector.</param>
    /// <param name="index">Which of its answers; a vector without any has its requests compared only.</param>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(Vector vector, int index)
    {
        var compilation = VectorRealm.Compile(vector.Realm);
        if (!compilation.IsValid) return [.. compilation.Errors.Select(error => "realm: " + error.Message)];
        var response = index < vector.Responses.Count ? vector.Responses[index] : default;
        var provider = new PlaybackProvider(Answers(vector, response));
        using var client = new RealmClient(provider, new ManualTime(vector.Clock)) { Draw = vector.Draw() };
        var answer = await client.AskAsync(compilation.Plan, vector.Material(compilation.Plan), Timeout);
        var texts = new ExpectedTexts(vector.Jwts);
        List<string> differences =
        [
            .. new RequestComparison(texts, vector.Secret).Differences(vector.Requests, provider.Sent),
            .. response.ValueKind == JsonValueKind.Undefined
                ? []
                : new AnswerComparison(texts).Differences(response.GetProperty("expect"), answer),
        ];
        // What the client says of its own failure is half of the reason why a request is missing.
        if (differences.Count > 0 && answer.Failure is { } failure) differences.Add("the client says: " + failure.Detail);
        return differences;
    }

    private static IEnumerable<JsonElement> Answers(Vector vector, JsonElement last) =>
        vector.Requests.SkipLast(1).Select(request => request.GetProperty("response")).Append(last);
}
