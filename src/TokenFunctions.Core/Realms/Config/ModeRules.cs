using System.Text.Json;

namespace TokenFunctions.Realms.Config;

/// <summary>Which members a config may have by its <c>mode</c>.</summary>
internal static class ModeRules
{
    /// <summary>The mode in which the provider is asked.</summary>
    public const string Http = "http";

    // `errors` stays: `attach.dead` is about the API's answers, and finds their codes by it. What only says how another
    // member is meant, as `method`, stays too: alone it asks for nothing.
    private static readonly string[] OfRequests =
        ["url", "arguments", "body", "auth", "tls", "state", "steps", "token_path", "expires_in_path"];

    private static readonly string[] OfAnswers =
        ["ok_status", "success", "expires_at_path", "issued_at_path", "extra"];

    /// <summary>Notes each member of a config that is about a request, where none is sent.</summary>
    public static void Check(ConfigObject config, string mode) => Refuse(config, OfRequests, mode);

    /// <summary>Notes each member of <c>response</c> that is about an answer, where there is none.</summary>
    public static void CheckResponse(ConfigObject? response, string mode) => Refuse(response, OfAnswers, mode);

    private static void Refuse(ConfigObject? parent, IEnumerable<string> members, string mode)
    {
        if (mode == Http || parent is null) return;
        foreach (var member in members)
            if (parent.Find(member) is { } value && !IsEmpty(value))
                parent.Fault(member, $"has no meaning in mode `{mode}`, in which nobody is asked; leave it out");
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        _ => false,
    };
}
