using System.Text.Json;
using TokenFunctions.Realms;

namespace TokenFunctions.Client.Remote;

/// <summary>Reads <c>attach</c> of the service's answer.</summary>
internal static class AttachAnswer
{
    /// <summary>How the token is put on a request; null = it is no object that says so.</summary>
    public static AttachRule? Read(JsonElement json)
    {
        if (json.Text("place") is not { } place || json.Text("name") is not { } name) return null;
        return new AttachRule
        {
            Place = place,
            Name = name,
            Prefix = json.Text("prefix") ?? "",
            Hosts = json.Texts("hosts") ?? [],
            Dead = [.. (json.Items("dead") ?? []).Select(Dead).OfType<DeadRule>()],
            CodePaths = json.Texts("code_path") ?? [],
        };
    }

    // A condition that cannot be read would be one less, and the rule would call living tokens dead.
    private static DeadRule? Dead(JsonElement json)
    {
        var (statuses, codes) = (Statuses(json), json.Texts("code"));
        var isWhole = IsRead(json, "status", statuses) && IsRead(json, "code", codes);
        return isWhole && (statuses ?? (object?)codes) is not null ? new DeadRule(statuses, codes) : null;
    }

    private static bool IsRead(JsonElement json, string name, object? value) =>
        value is not null || json.Find(name) is null;

    private static IReadOnlyList<int>? Statuses(JsonElement json) =>
        json.Items("status") is { } items ? [.. items.Select(Status).OfType<int>()] : null;

    private static int? Status(JsonElement item) =>
        item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var status) ? status : null;
}
