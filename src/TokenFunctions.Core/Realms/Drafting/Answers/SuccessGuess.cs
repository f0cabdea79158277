using System.Globalization;
using System.Text.Json.Nodes;

namespace TokenFunctions.Realms.Drafting.Answers;

/// <summary>What in a sample answer says whether the provider did as asked: many refuse with HTTP 200.</summary>
/// <param name="Marker">The value that says it.</param>
/// <param name="IsRefusal">Whether the sample is a refusal.</param>
internal sealed record SuccessGuess(AnswerLeaf Marker, bool IsRefusal)
{
    private static readonly string[] Codes = ["errcode", "errorcode", "code", "ret", "retcode", "resultcode", "result"];
    private static readonly string[] Flags = ["success", "issuccess", "succeeded", "ok", "status"];
    private static readonly string[] Good = ["ok", "success", "succeeded", "succeed", "true", "s"];

    /// <summary>The marker; null = the answer has none.</summary>
    public static SuccessGuess? Find(IReadOnlyList<AnswerLeaf> leaves, bool hasToken)
    {
        var marker = Codes.Concat(Flags)
            .Select(name => leaves.FirstOrDefault(leaf => leaf.Name == name && IsMarker(leaf)))
            .FirstOrDefault(found => found is not null);
        if (marker is null) return null;
        // `code` beside `error` and the like is a refusal without a marker of success.
        return hasToken || IsErrorCode(marker) || IsFalse(marker) ? new(marker, !hasToken) : null;
    }

    /// <summary>Whether the marker is a code, so that a refusal has its own code there.</summary>
    public bool IsCode => Codes.Contains(Marker.Name, StringComparer.Ordinal);

    /// <summary>The item of <c>response.success</c>.</summary>
    public JsonObject Write()
    {
        JsonNode wanted = IsRefusal ? IsErrorCode(Marker) ? JsonValue.Create(0) : JsonValue.Create(true) : Value();
        var rule = new JsonObject { ["path"] = Marker.Path, ["in"] = new JsonArray(wanted) };
        // WeChat's own success answer has no errcode at all.
        if (IsErrorCode(Marker)) rule["absent"] = true;
        return rule;
    }

    private JsonValue Value() => Marker.Text switch
    {
        "true" when !Marker.IsText => JsonValue.Create(true),
        // A code such as "00000" is no number: values are compared as texts.
        _ when long.TryParse(Marker.Text, CultureInfo.InvariantCulture, out var number)
            && Marker.Text == number.ToString(CultureInfo.InvariantCulture) => JsonValue.Create(number),
        _ => JsonValue.Create(Marker.Text),
    };

    // Only what cannot be a value of somebody's account: a short number, a flag, a known word.
    private static bool IsMarker(AnswerLeaf leaf) =>
        leaf.Depth <= 1
        && (IsFlag(leaf.Text) || IsShortNumber(leaf.Text)
            || Good.Contains(leaf.Text.ToLowerInvariant(), StringComparer.Ordinal));

    private static bool IsErrorCode(AnswerLeaf leaf) => leaf.Name is "errcode" or "errorcode";

    private static bool IsFalse(AnswerLeaf leaf) =>
        leaf.Text == "false" && Flags.Contains(leaf.Name, StringComparer.Ordinal);

    private static bool IsShortNumber(string text) =>
        text.Length <= 8 && long.TryParse(text, CultureInfo.InvariantCulture, out _);

    private static bool IsFlag(string text) => text is "true" or "false";
}
