using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Input;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Tells whoever asks who it is here and what it may do, so that it need not find out by being
/// refused.</summary>
internal static class WhoAmIEndpoint
{
    public static Task<Answer> Read(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        if (fault.Problem is { } problem) return Task.FromResult<Answer>(problem);
        var who = context.Requester()!;
        return Task.FromResult(Answer.Ok(writer => Write(writer, who)));
    }

    private static void Write(Utf8JsonWriter writer, Requester who)
    {
        writer.WriteStartObject();
        writer.WriteString("name", who.Name);
        writer.WriteString("kind", NameOf(who.Kind));
        writer.WriteStartObject("may");
        writer.WriteBoolean("service", who.MayAll(Verb.Admin));
        writer.WriteStartArray("rules");
        if (who.Rules is null) WriteRule(writer, "*", "*", Verbs.Names);
        foreach (var rule in who.Rules ?? [])
            WriteRule(writer, rule.Realm.Text, rule.Key.Text, rule.Verbs.Select(Verbs.NameOf));
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter writer, string realm, string key, IEnumerable<string> verbs)
    {
        writer.WriteStartObject();
        writer.WriteString("realm", realm);
        writer.WriteString("key", key);
        writer.WriteStartArray("verbs");
        foreach (var verb in verbs) writer.WriteStringValue(verb);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string NameOf(RequesterKind kind) => kind switch
    {
        RequesterKind.Operator => "admin",
        RequesterKind.Caller => "caller",
        RequesterKind.Host => "host",
        _ => "local",
    };
}
