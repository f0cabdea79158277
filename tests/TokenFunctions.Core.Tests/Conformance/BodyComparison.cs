using System.Text.Json;

namespace TokenFunctions.Core.Tests.Conformance;

/// <summary>Compares a body: pairs of a form, a JSON value, or a text.</summary>
internal sealed class BodyComparison(ExpectedTexts texts)
{
    public IEnumerable<string> Differences(string where, JsonElement expected, SentRequest sent)
    {
        var body = expected.TryGetProperty("body", out var given) ? given : default;
        if (expected.TryGetProperty("form", out var form) && form.ValueKind == JsonValueKind.Array)
            return PairText.Differences(texts, where, Pairs(form), PairText.Parse(sent.Body ?? ""));
        return body.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined =>
                sent.Body is null ? [] : [ExpectedTexts.Told(where, null, sent.Body)],
            JsonValueKind.String when IsForm(sent) =>
                PairText.Differences(texts, where, PairText.Parse(body.GetString()!), PairText.Parse(sent.Body ?? "")),
            JsonValueKind.String => texts.Differences(where, body.GetString()!, sent.Body ?? ""),
            _ => Json(where, body, sent.Body),
        };
    }

    private static IReadOnlyList<(string, string)> Pairs(JsonElement form) =>
        [.. form.EnumerateArray().Select(pair => (pair[0].GetString()!, pair[1].GetString()!))];

    private static bool IsForm(SentRequest sent) =>
        sent.Headers.GetValueOrDefault("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal)
        is true;

    private IEnumerable<string> Json(string where, JsonElement expected, string? actual)
    {
        try
        {
            using var document = JsonDocument.Parse(actual ?? "");
            return [.. texts.Differences(where, expected, document.RootElement)];
        }
        catch (JsonException)
        {
            return [ExpectedTexts.Told(where, expected.GetRawText(), actual)];
        }
    }
}
