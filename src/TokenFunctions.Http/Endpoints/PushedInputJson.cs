using System.Text.Json;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Pushed values as they are answered: when they came and until when they serve, never what they
/// are.</summary>
internal static class PushedInputJson
{
    public static void Write(
        Utf8JsonWriter writer, TokenKey key, IEnumerable<(InputRule Rule, PushedInput Input)> inputs)
    {
        writer.WriteStartObject();
        writer.WriteString("realm", key.Realm);
        writer.WriteString("key", key.Key);
        writer.WriteStartArray("inputs");
        foreach (var (rule, input) in inputs)
        {
            writer.WriteStartObject();
            writer.WriteString("name", rule.Name);
            writer.WriteTime("received_at", input.ReceivedAt);
            writer.WriteTime("expires_at", input.ReceivedAt + rule.MaxAge);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
