using System.Text.Json;
using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Testing;

namespace TokenFunctions.Fuzzing.Mutations;

/// <summary>A JSON body of another structure: other types, names, members twice or left out, odd texts and numbers.</summary>
internal static class JsonBodyMutation
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    public static void Apply(Draft draft, Chance chance)
    {
        if (draft.Text is { } text && IsJson(text)) draft.SetText(StandIn.Turn(JsonMutation.Of(text, chance, 1)));
    }

    // A name with half of a surrogate pair in it cannot be read.
    private static bool IsJson(string text)
    {
        if (text.Contains("\\ud", StringComparison.OrdinalIgnoreCase)) return false;
        try
        {
            using var json = JsonDocument.Parse(text, Deep);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
