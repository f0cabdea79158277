using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TokenFunctions.Realms.Responses;

/// <summary>Reads a body of names and values, as OAuth providers of old answer.</summary>
internal static class FormTree
{
    /// <summary>An object of texts, of a list of texts for a repeated name; null when the body is empty.</summary>
    public static JsonElement? Parse(string text)
    {
        if (text.Length == 0) return null;
        var members = new RepeatedMembers();
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            members.Add(Plain(parts[0]), JsonValue.Create(parts.Length > 1 ? Plain(parts[1]) : ""));
        }
        return members.ToElement();
    }

    private static string Plain(string escaped) => WebUtility.UrlDecode(escaped);
}
