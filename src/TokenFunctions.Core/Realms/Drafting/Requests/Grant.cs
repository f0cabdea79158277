using System.Text.Json;
using System.Text.Json.Nodes;
using TokenFunctions.Realms.Drafting.Guesses;

namespace TokenFunctions.Realms.Drafting.Requests;

/// <summary>The OAuth grant that a request asks with (RFC 6749 §4).</summary>
/// <param name="Type">The value of <c>grant_type</c>, in lower case.</param>
internal sealed record Grant(string Type)
{
    private const string ParameterName = "granttype";

    /// <summary>The grant; null = the request names none.</summary>
    public static Grant? Of(IEnumerable<Given> query, DraftBody body)
    {
        var inPairs = query.Concat(body.Pairs).FirstOrDefault(pair => IsGrant(pair.Name))?.Text;
        var type = inPairs ?? (body.Kind == BodyKind.Json ? InJson(body.Json) : null);
        return type is null ? null : new(type.ToLowerInvariant());
    }

    /// <summary>What the error codes of RFC 6749 §5.2 mean for the secret.</summary>
    public JsonArray ErrorRules() => IsOfClient
        ? new JsonArray(Rule("bad_credentials", "invalid_client", "unauthorized_client", "invalid_grant"))
        : new JsonArray(
            // A collection expression would call the generic Add, which reflects.
            Rule("bad_credentials", "invalid_client", "unauthorized_client"), Rule("reauthorize", "invalid_grant"));

    /// <summary>Says what the grant means for a service that renews tokens alone.</summary>
    public void Note(DraftNotes notes)
    {
        var sentence = Type switch
        {
            "authorization_code" => "A code works once and after a person's consent; draft the realm from the line "
                + "that refreshes the token.",
            "refresh_token" => "If an answer brings a new refresh token, keep it with `state`, or the account is "
                + "locked out after the first renewal.",
            "password" => "The line signs a person in; use an account of its own for the service.",
            _ when Type.Contains("jwt-bearer", StringComparison.Ordinal) =>
                "The assertion of the line ends soon; make it with `vars.jwt`.",
            _ => null,
        };
        if (sentence is not null) notes.Add(sentence);
    }

    // client_credentials, WeChat's client_credential, Zoom's account_credentials.
    private bool IsOfClient => Type.Contains("_credential", StringComparison.Ordinal);

    private static JsonObject Rule(string kind, params string[] codes) => new JsonObject
    {
        ["code"] = new JsonArray([.. codes.Select(code => (JsonNode?)code)]),
        ["kind"] = kind,
    };

    private static string? InJson(JsonElement json) => json.ValueKind != JsonValueKind.Object
        ? null
        : json.EnumerateObject().Where(m => IsGrant(m.Name) && m.Value.ValueKind == JsonValueKind.String)
            .Select(m => m.Value.GetString()).FirstOrDefault();

    private static bool IsGrant(string name) => NameWords.Plain(name) == ParameterName;
}
