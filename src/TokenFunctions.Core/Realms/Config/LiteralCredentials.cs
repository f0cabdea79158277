using System.Text.Json;
using TokenFunctions.Realms.Trials;

namespace TokenFunctions.Realms.Config;

/// <summary>Looks for texts without any expression where a credential belongs.</summary>
internal sealed class LiteralCredentials
{
    private static readonly string[] AuthMembers = ["password", "token", "secret_access_key", "session_token"];
    private static readonly string[] KeyMembers = ["key", "passphrase"];
    private readonly List<RealmError> found = [];

    /// <summary>The places, in the order of the config.</summary>
    public IReadOnlyList<RealmError> Found => found;

    /// <summary>Looks through an exchange: a config, or a step of it.</summary>
    public void SearchExchange(JsonElement exchange, string pointer)
    {
        if (exchange.ValueKind != JsonValueKind.Object) return;
        foreach (var member in exchange.EnumerateObject())
        {
            var at = ConfigText.Pointer(pointer, member.Name);
            switch (member.Name)
            {
                case "url":
                    SearchQuery(member.Value, at);
                    break;
                case "arguments":
                    Each(member.Value, at, SearchNamed);
                    break;
                case "body":
                    SearchBody(member.Value, "", at);
                    break;
                case "auth":
                    SearchMembers(member.Value, at, AuthMembers);
                    break;
                case "tls":
                    SearchMembers(member.Value, at, KeyMembers);
                    break;
                case "vars":
                    Each(member.Value, at, SearchVar);
                    break;
                case "steps":
                    Each(member.Value, at, SearchExchange);
                    break;
            }
        }
    }

    private static void Each(JsonElement list, string pointer, Action<JsonElement, string> search)
    {
        if (list.ValueKind != JsonValueKind.Array) return;
        var index = 0;
        foreach (var item in list.EnumerateArray()) search(item, $"{pointer}/{index++}");
    }

    private void SearchVar(JsonElement item, string pointer)
    {
        SearchNamed(item, pointer);
        SearchMembers(item, pointer, KeyMembers);
        if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("jwt", out var jwt))
            SearchMembers(jwt, pointer + "/jwt", KeyMembers);
    }

    private void SearchNamed(JsonElement item, string pointer)
    {
        if (item.ValueKind == JsonValueKind.Object
            && item.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
            && item.TryGetProperty("value", out var value))
            SearchBody(value, name.GetString()!, pointer + "/value");
    }

    private void SearchMembers(JsonElement item, string pointer, string[] names)
    {
        if (item.ValueKind != JsonValueKind.Object) return;
        foreach (var member in item.EnumerateObject().Where(m => names.Contains(m.Name, StringComparer.Ordinal)))
            Note(member.Value, ConfigText.Pointer(pointer, member.Name));
    }

    private void SearchBody(JsonElement value, string name, string pointer)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
                SearchBody(member.Value, member.Name, ConfigText.Pointer(pointer, member.Name));
        }
        else if (value.ValueKind == JsonValueKind.Array)
            Each(value, pointer, (item, at) => SearchBody(item, name, at));
        else if (IsTelling(name)) Note(value, pointer);
    }

    private void SearchQuery(JsonElement url, string pointer)
    {
        if (url.ValueKind != JsonValueKind.String || url.GetString()!.Split('?', 2) is not [_, var query]) return;
        foreach (var pair in query.Split('&').Select(pair => pair.Split('=', 2)))
            if (pair is [var name, var text] && IsTelling(name) && IsLiteral(text)) Note(pointer);
    }

    private static bool IsTelling(string name) =>
        TellingNames.IsTelling(name) || name.Equals("Authorization", StringComparison.OrdinalIgnoreCase);

    private static bool IsLiteral(string text) =>
        text.Length > 0 && !text.Contains("${", StringComparison.Ordinal)
        && (text[0] != '$' || text.StartsWith("$$", StringComparison.Ordinal));

    private void Note(JsonElement value, string pointer)
    {
        if (value.ValueKind == JsonValueKind.String && IsLiteral(value.GetString()!)) Note(pointer);
    }

    private void Note(string pointer) => found.Add(new(
        pointer,
        $"`{pointer}` seems to hold a credential, which is stored and shown as it is; put it into a field of the secret"
            + " and write `$field`."));
}
