using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TokenFunctions.Realms.Drafting.Guesses;

namespace TokenFunctions.Realms.Drafting.Requests;

/// <summary>A JSON body with a template for each value.</summary>
internal sealed class JsonBodyDraft(DraftFields fields, DraftNotes notes)
{
    /// <summary>Whether arguments can make the body: an object without depth.</summary>
    public static bool IsFlat(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.EnumerateObject().All(m => m.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)
            && m.Name.Length > 0);

    /// <summary>The value with templates for its texts.</summary>
    /// <param name="value">A value of the body.</param>
    /// <param name="path">Its path, names and indices with dots between.</param>
    /// <param name="name">The name nearest to it.</param>
    public JsonNode? Write(JsonElement value, string path, string name)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in value.EnumerateObject())
                    members[member.Name] = Write(member.Value, Join(path, member.Name), member.Name);
                return members;
            case JsonValueKind.Array:
                var items = new JsonArray();
                foreach (var item in value.EnumerateArray())
                    items.Add(Write(item, Join(path, items.Count.ToString(CultureInfo.InvariantCulture)), name));
                return items;
            case JsonValueKind.String:
                return fields.Whole(new Given(GivenPlace.Json, path, name, value.GetString() ?? ""));
            case JsonValueKind.Number:
                return WriteNumber(value, path, name);
            default:
                return JsonNode.Parse(value.GetRawText());
        }
    }

    // A field of a secret is text; only an argument of its own can be sent as a number again.
    private JsonNode? WriteNumber(JsonElement value, string path, string name)
    {
        var given = new Given(GivenPlace.Json, path, name, value.GetRawText());
        var guess = ConfidentialGuess.Of(given);
        var isFraction = !given.Text.All(char.IsAsciiDigit) && guess is ValueGuess.Unknown or ValueGuess.Identifier;
        if (guess == ValueGuess.Constant || (isFraction && given.Text.Length <= 6)) return JsonNode.Parse(given.Text);
        if (guess is not (ValueGuess.Moment or ValueGuess.MomentMs))
            notes.Add($"{given.From} is a number in the line; as a field of the secret it may be sent as a text.");
        return fields.Whole(given);
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
