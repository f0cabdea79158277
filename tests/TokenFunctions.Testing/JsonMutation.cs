using System.Text.Json;

namespace TokenFunctions.Testing;

/// <summary>Changes one value or member of a JSON text: leaves it out, gives it twice, renames it, or puts something
/// else in its place.</summary>
public sealed class JsonMutation
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    private static readonly string[] Odd =
    [
        "null", "true", "false", "0", "-1", "1.5", "200", "3600", "1e400", "123456789012345678901234567890", "[]", "{}", "[[[[]]]]", "{\"\":{}}",
        "[null]", "[7]", "[\"a\"]", "{\"a\":{\"b\":[1,\"${key_1}\"]}}", "\"\"", "\"$\"", "\"$$\"", "\"${\"", "\"${x}\"", "\"${now}\"", "\"$key_1\"",
        "\"${key_1.@json.a}\"", "\"${uses.a.b}\"", "\"${inputs.a}\"", "\"${state.a}\"", "\"${steps.a.b}\"", "\"${response.a}\"", "\"${a}${b}\"",
        "\"header:\"", "\"header:X-T\"", "\"cookie:a\"", "\"a.0.@json.b\"", "\"%Y-%m-%dT%H\"", "\"%\"", "\"hex:99\"", "\"unix\"", "\"(a+)+$\"", "\"raw\"",
        "\"force\"", "\"body\"", "\"path\"", "\"xml\"", "\"form\"", "\"text\"", "\"GET\"", "\"local\"", "\"{a}\"", "\"\\ud800\"", "\"\\u0000\"",
        "\"https://a.example/${key_1}?b={a}\"", "\"a\\r\\nB: c\"",
    ];

    private static readonly string[] Names =
        ["", "a", "a/b~c", "name", "value", "place", "type", "key", "url", "body", "mode", "vars", "steps", "errors", "response", "token_path"];

    private readonly Chance chance;
    private readonly List<JsonElement> nodes = [];
    private readonly Change change;
    private int until;

    private JsonMutation(JsonElement root, Chance chance)
    {
        this.chance = chance;
        Collect(root);
        until = chance.Below(nodes.Count);
        change = chance.Pick(Enum.GetValues<Change>());
    }

    private enum Change
    {
        LeaveOut,
        Twice,
        Rename,
        Retype,
        Swap,
        Edit,
    }

    /// <summary>The text after a number of changes.</summary>
    public static string Of(string json, Chance chance, int changes)
    {
        for (; changes > 0; changes--)
        {
            using var document = JsonDocument.Parse(json, Deep);
            json = new JsonMutation(document.RootElement, chance).Write(document.RootElement);
        }
        return json;
    }

    /// <summary>A text as JSON; half of a surrogate pair, which has no form there, is replaced.</summary>
    public static string Quoted(string text) => $"\"{JsonEncodedText.Encode(string.Concat(text.EnumerateRunes()))}\"";

    private void Collect(JsonElement value)
    {
        nodes.Add(value);
        if (value.ValueKind == JsonValueKind.Object)
            foreach (var member in value.EnumerateObject()) Collect(member.Value);
        if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray()) Collect(item);
    }

    private string Write(JsonElement value)
    {
        if (until-- == 0)
        {
            if (change == Change.Retype) return chance.Pick(Odd);
            if (change == Change.Swap) return chance.Pick(nodes).GetRawText();
            if (change == Change.Edit) return Edited(value);
        }
        return value.ValueKind switch
        {
            JsonValueKind.Object => "{" + string.Join(',', value.EnumerateObject().SelectMany(Member)) + "}",
            JsonValueKind.Array => "[" + string.Join(',', value.EnumerateArray().SelectMany(item => Copies(until == 0, Write(item)))) + "]",
            _ => value.GetRawText(),
        };
    }

    private IEnumerable<string> Member(JsonProperty member)
    {
        var isMeant = until == 0;
        var name = isMeant && change == Change.Rename ? chance.Pick(Names) : member.Name;
        return Copies(isMeant, $"{Quoted(name)}:{Write(member.Value)}");
    }

    private IEnumerable<string> Copies(bool isMeant, string text) => (isMeant, change) switch
    {
        (true, Change.LeaveOut) => [],
        (true, Change.Twice) => [text, text],
        _ => [text],
    };

    // Half of a surrogate pair cannot be unescaped.
    private string Edited(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String || value.GetRawText().Contains("\\ud", StringComparison.OrdinalIgnoreCase))
            return chance.Pick(Odd);
        var text = value.GetString()!;
        var at = chance.Below(text.Length + 1);
        return Quoted(text[..at] + chance.Text() + text[(chance.OneIn(2) ? at : Math.Min(at + 2, text.Length))..]);
    }
}
