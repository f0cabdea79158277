using System.Text.Json;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Trials;

/// <summary>Finds the texts and numbers inside a value, also inside texts that are JSON themselves.</summary>
internal static class AnswerLeaves
{
    // JSON in JSON in JSON is more than any provider was seen to answer.
    private const int MaxNested = 3;

    /// <summary>Those of a text that is JSON with structure; none of any other text.</summary>
    public static IEnumerable<AnswerLeaf> Of(string text) =>
        Structure(text) is { } root ? Of(root, "", MaxNested) : [];

    /// <summary>A confidential text and, where it is JSON, as a key file is, what in it may be confidential: a realm
    /// can read members of it. Where that are too many, one more than <see cref="SecretMask"/> takes.</summary>
    public static IEnumerable<string> Confidential(string text) =>
        Confidential(Of(text), _ => true).Prepend(text);

    /// <summary>The texts of leaves that may be confidential. Where there are too many leaves to look at, one more than
    /// <see cref="SecretMask"/> takes.</summary>
    /// <param name="leaves">The leaves; no more are read than are looked at.</param>
    /// <param name="isMeant">Which of those that may be.</param>
    public static IEnumerable<string> Confidential(IEnumerable<AnswerLeaf> leaves, Func<AnswerLeaf, bool> isMeant)
    {
        List<AnswerLeaf> looked = [.. leaves.Take(SecretMask.Most + 1)];
        var isWhole = looked.Count <= SecretMask.Most;
        return (isWhole ? Hidden(looked).Where(isMeant) : looked).Select(leaf => leaf.Text);
    }

    /// <summary>Those that may be confidential. Types, lives and addresses are of use to who writes a
    /// realm.</summary>
    public static IEnumerable<AnswerLeaf> Hidden(IEnumerable<AnswerLeaf> leaves) =>
        leaves.Where(leaf => !TellingNames.IsHarmless(leaf.Name) && !IsAddress(leaf.Text));

    /// <summary>Those of a value, in its order.</summary>
    public static IEnumerable<AnswerLeaf> Of(JsonElement value, string name = "") => Of(value, name, MaxNested);

    /// <summary>The object or array that a text is; null = it is none.</summary>
    public static JsonElement? Structure(string text) =>
        text.AsSpan().TrimStart() is ['{' or '[', ..]
        && JsonText.TryParse(text) is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } root ? root : null;

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && uri is { UserInfo: "", Query: "", Fragment: "" };

    private static IEnumerable<AnswerLeaf> Of(JsonElement value, string name, int nested) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(m => Of(m.Value, m.Name, nested)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Of(item, name, nested)),
        JsonValueKind.String => OfText(value.GetString()!, name, nested),
        JsonValueKind.Number => [new AnswerLeaf(name, value.GetRawText())],
        _ => [],
    };

    private static IEnumerable<AnswerLeaf> OfText(string text, string name, int nested)
    {
        var inner = nested > 0 && Structure(text) is { } root ? Of(root, name, nested - 1) : [];
        return inner.Prepend(new AnswerLeaf(name, text));
    }
}
