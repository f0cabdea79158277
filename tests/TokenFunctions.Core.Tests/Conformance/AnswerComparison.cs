using System.Globalization;
using System.Text.Json;
using TokenFunctions.Realms;

namespace TokenFunctions.Core.Tests.Conformance;

/// <summary>Compares what was made of an answer with what a vector expects. A member that a vector leaves out must not be
/// there; only a life that it leaves out is not compared.</summary>
internal sealed class AnswerComparison(ExpectedTexts texts)
{
    /// <summary>What is wrong; none = all is as expected.</summary>
    public IEnumerable<string> Differences(JsonElement expected, UpstreamAnswer answer)
    {
        if (expected.TryGetProperty("error", out var error))
            return answer.Failure is { } failure ? Error(error, failure) : ["expected an error, but a token was issued"];
        return answer.Token is { } token
            ? Token(expected, token)
            : ["expected a token, but it failed as " + answer.Failure!.Kind];
    }

    private IEnumerable<string> Token(JsonElement expected, UpstreamToken token) =>
    [
        .. texts.Differences("token", expected.GetProperty("token").GetString()!, token.Value.Reveal()),
        .. Life(expected, token.Life),
        .. Values("extra", expected, token.Extra.Select(extra => (extra.Key, extra.Value))),
        .. Values("state", expected, token.State.Select(state => (state.Key, Json(state.Value.Reveal())))),
    ];

    private IEnumerable<string> Life(JsonElement expected, TimeSpan? life) =>
        expected.TryGetProperty("expires_in_ms", out var wanted)
            ? texts.Differences("expires_in_ms", wanted.ToString(), Ms(life) ?? "")
            : [];

    private IEnumerable<string> Values(string member, JsonElement expected, IEnumerable<(string Name, JsonElement Value)> actual)
    {
        var wanted = expected.TryGetProperty(member, out var given) ? given : Json(new Dictionary<string, string>(StringComparer.Ordinal));
        var found = actual.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
        return texts.Differences(member, wanted, Json(found));
    }

    private IEnumerable<string> Error(JsonElement expected, UpstreamFailure failure)
    {
        var reading = failure.Reading;
        var waits = expected.TryGetProperty("retry_after_ms", out var ms) ? ms.ToString() : "";
        return
        [
            .. Member(expected, "code", reading?.Code),
            .. Member(expected, "message", reading?.Message),
            .. Member(expected, "kind", JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.Kind.ToString())),
            .. Member(expected, "retryable", failure.IsRetryable ? "True" : "False"),
            .. texts.Differences("error retry_after_ms", waits, Ms(reading?.RetryAfter) ?? ""),
        ];
    }

    private IEnumerable<string> Member(JsonElement expected, string name, string? actual) =>
        expected.TryGetProperty(name, out var wanted) ? texts.Differences("error " + name, wanted.ToString(), actual) : [];

    private static string? Ms(TimeSpan? span) => span?.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value);
}
