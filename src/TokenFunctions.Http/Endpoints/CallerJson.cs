using System.Net;
using System.Text.Json;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;

namespace TokenFunctions.Http.Endpoints;

/// <summary>A caller as it is answered. A key is shown once, when it is made; its hash never.</summary>
internal static class CallerJson
{
    /// <summary>Writes a caller.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="caller">The caller.</param>
    /// <param name="uses">When keys were last used, by caller and key.</param>
    /// <param name="made">The key that was made with it; null = none.</param>
    public static void Write(
        Utf8JsonWriter writer, Caller caller,
        IReadOnlyDictionary<(string Caller, string Key), DateTimeOffset> uses, ApiKey? made = null)
    {
        writer.WriteStartObject();
        WriteRules(writer, caller);
        writer.WriteStartArray("keys");
        foreach (var key in caller.Keys)
        {
            writer.WriteStartObject();
            WriteKey(writer, key, uses.TryGetValue((caller.Id, key.Id), out var at) ? at : null);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("version", caller.Version);
        writer.WriteTime("created_at", caller.CreatedAt);
        writer.WriteTime("updated_at", caller.UpdatedAt);
        if (made is not null) writer.WriteString("api_key", made.Reveal());
        writer.WriteEndObject();
    }

    /// <summary>The members that say who it is and what it may do.</summary>
    public static void WriteRules(Utf8JsonWriter writer, Caller caller)
    {
        writer.WriteString("id", caller.Id);
        writer.WriteString("comment", caller.Comment);
        WriteRules(writer, caller.Allow);
        WriteNetworks(writer, caller.Networks);
        if (caller.RequestsPerSecond is { } rate) writer.WriteNumber("requests_per_second", rate);
        else writer.WriteNull("requests_per_second");
        WriteEntra(writer, caller);
    }

    /// <summary>Writes a key that was made just now.</summary>
    public static void WriteMade(Utf8JsonWriter writer, string callerId, CallerKey key, ApiKey made)
    {
        writer.WriteStartObject();
        writer.WriteString("caller", callerId);
        WriteKey(writer, key, usedAt: null);
        writer.WriteString("api_key", made.Reveal());
        writer.WriteEndObject();
    }

    private static void WriteKey(Utf8JsonWriter writer, CallerKey key, DateTimeOffset? usedAt)
    {
        writer.WriteString("id", key.Id);
        writer.WriteTime("created_at", key.CreatedAt);
        writer.WriteTime("expires_at", key.ExpiresAt);
        writer.WriteTime("last_used_at", usedAt);
    }

    private static void WriteRules(Utf8JsonWriter writer, IReadOnlyList<CallerRule> rules)
    {
        writer.WriteStartArray("allow");
        foreach (var rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteString("realm", rule.Realm.Text);
            writer.WriteString("key", rule.Key.Text);
            writer.WriteStartArray("verbs");
            foreach (var verb in rule.Verbs) writer.WriteStringValue(Verbs.NameOf(verb));
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteNetworks(Utf8JsonWriter writer, IReadOnlyList<IPNetwork> networks)
    {
        writer.WriteStartArray("networks");
        foreach (var network in networks) writer.WriteStringValue(network.ToString());
        writer.WriteEndArray();
    }

    private static void WriteEntra(Utf8JsonWriter writer, Caller caller)
    {
        if (caller.EntraAppId is null && caller.EntraRole is null)
        {
            writer.WriteNull("entra");
            return;
        }

        writer.WriteStartObject("entra");
        writer.WriteString("app_id", caller.EntraAppId);
        writer.WriteString("role", caller.EntraRole);
        writer.WriteEndObject();
    }
}
