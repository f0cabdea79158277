using System.Globalization;
using System.Text.Json;
using TokenFunctions.Realms.Drafting.Guesses;
using TokenFunctions.Realms.Drafting.Requests;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Drafting.Answers;

/// <summary>A sample answer, taken apart.</summary>
/// <param name="Format">How it is written.</param>
/// <param name="Leaves">Its values, from the outside in; none where the whole is one text.</param>
/// <param name="Text">The whole of a text.</param>
internal sealed record AnswerSample(BodyFormat Format, IReadOnlyList<AnswerLeaf> Leaves, string Text)
{
    private const int MaxDepth = 32;

    /// <summary>Takes a sample apart; null = nothing usable was given.</summary>
    /// <param name="answer">JSON, or a text that holds JSON, XML, a form or the token alone.</param>
    public static AnswerSample? Read(JsonElement? answer) => answer switch
    {
        { ValueKind: JsonValueKind.String } text => JsonText.HasWholeEscapes(text.GetRawText())
            ? ReadText(text.GetString()!.Trim())
            : null,
        { ValueKind: JsonValueKind.Object or JsonValueKind.Array } json =>
            JsonSample.Parse(json.GetRawText(), MaxDepth) is { } usable ? Of(usable, BodyFormat.Json) : null,
        _ => null,
    };

    private static AnswerSample? ReadText(string text)
    {
        if (text.Length == 0) return null;
        if (JsonSample.Parse(text, MaxDepth) is { } json) return Of(json, BodyFormat.Json);
        if (text.StartsWith('<')) return XmlTree.Parse(text) is { } xml ? Of(xml, BodyFormat.Xml) : null;
        if (text[0] is '{' or '[') return null;
        var (pairs, isForm) = PairText.Read(text, GivenPlace.Form);
        if (isForm && pairs.Count > 0 && pairs.All(pair => pair.Text.Length > 0) && !text.Any(char.IsWhiteSpace))
            return new(BodyFormat.Form, [.. pairs.Select(pair => Leaf(pair.Name, pair.Name, pair.Text))], "");
        return new(BodyFormat.Text, [], text);
    }

    /// <summary>A value of a format that has only texts.</summary>
    public static AnswerLeaf Leaf(string path, string name, string text) =>
        new(path, NameWords.Plain(name), text, !double.TryParse(text, CultureInfo.InvariantCulture, out _));

    private static AnswerSample Of(JsonElement tree, BodyFormat format)
    {
        List<AnswerLeaf> leaves = [];
        Walk(tree, "", "", leaves);
        return new(format, [.. leaves.OrderBy(leaf => leaf.Depth)], "");
    }

    private static void Walk(JsonElement value, string path, string name, List<AnswerLeaf> leaves)
    {
        var dot = path.Length == 0 ? "" : ".";
        if (value.ValueKind == JsonValueKind.Object)
            foreach (var member in value.EnumerateObject())
                Walk(member.Value, path + dot + member.Name, member.Name, leaves);
        else if (value.ValueKind == JsonValueKind.Array)
            foreach (var (index, item) in value.EnumerateArray().Index())
                Walk(item, string.Create(CultureInfo.InvariantCulture, $"{path}{dot}{index}"), name, leaves);
        else if (value.ValueKind != JsonValueKind.Null)
            leaves.Add(value.ValueKind == JsonValueKind.String
                ? Leaf(path, name, value.GetString()!)
                : new(path, NameWords.Plain(name), value.GetRawText(), IsText: false));
    }
}
