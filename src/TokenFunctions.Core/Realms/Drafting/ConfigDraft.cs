using System.Text.Json;
using System.Text.Json.Nodes;
using TokenFunctions.Realms.Drafting.Answers;
using TokenFunctions.Realms.Drafting.Guesses;
using TokenFunctions.Realms.Drafting.Lines;
using TokenFunctions.Realms.Drafting.Requests;

namespace TokenFunctions.Realms.Drafting;

/// <summary>Writes a config from what was read of a curl line and of a sample answer.</summary>
internal sealed class ConfigDraft(CurlLine line, AnswerDraft answer, DraftFields fields)
{
    private readonly DraftNotes notes = new();
    private readonly JsonArray arguments = [];

    /// <summary>What was guessed, once the config is written.</summary>
    public IReadOnlyList<string> Notes => notes.Sentences;

    /// <summary>Writes the config, its members in the order of the realm schema.</summary>
    public JsonObject Write()
    {
        foreach (var note in line.Notes) notes.Add(note);
        var query = Query();
        var body = DraftBody.Read(line, notes);
        var grant = Grant.Of(query, body);
        var config = new JsonObject
        {
            ["url"] = new AddressDraft(fields, notes).Write(line.Address),
            ["method"] = Method(),
        };
        if (body.Kind != BodyKind.None) config["content_type"] = body.Kind.ToString().ToLowerInvariant();
        var auth = new AuthDraft(fields, notes, grant is not null);
        AddPairs(query, "url");
        if (auth.Header(line) is { } header) Add("Authorization", "header", header);
        foreach (var (name, value) in new HeaderDraft(fields, notes).Write(line)) Add(name, "header", value);
        var whole = Body(body);
        if (arguments.Count > 0) config["arguments"] = arguments;
        if (whole is not null) config["body"] = whole;
        if (auth.Auth(line) is { } credentials) config["auth"] = credentials;
        if (TlsDraft.Write(line, fields, notes) is { Count: > 0 } tls) config["tls"] = tls;
        answer.WriteResponse(config, notes);
        if (Errors(grant) is { Count: > 0 } errors) config["errors"] = errors;
        grant?.Note(notes);
        NoteFields();
        return config;
    }

    private string Method()
    {
        if (line.Method is "GET" or "POST" or "PUT") return line.Method;
        notes.Add("The line uses a method that a realm cannot; POST was taken.");
        return "POST";
    }

    private List<Given> Query()
    {
        var (pairs, isWhole) = PairText.Read(line.Address.Query, GivenPlace.Query);
        if (!isWhole) notes.Add("A piece of the query that is no `name=value` was left out.");
        return line.IsGet ? [.. pairs, .. DraftBody.PairsOf(line, GivenPlace.Query, notes)] : pairs;
    }

    private void AddPairs(IReadOnlyList<Given> pairs, string place)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var isFirst = seen.Add(pair.Name);
            var argument = Add(pair.Name, place, fields.Whole(pair));
            if (!isFirst && place == "url") argument["append"] = true;
            else if (!isFirst) notes.Add($"{pair.From} is given twice; only the last one is sent.");
        }
    }

    private JsonNode? Body(DraftBody body)
    {
        if (body.Kind == BodyKind.Form) AddPairs(body.Pairs, "body");
        if (body.Kind == BodyKind.Xml) return XmlBody.Write(body.Text, fields);
        if (body.Kind == BodyKind.Text) return $"${fields.Add("body", body.Text, "the body", ValueGuess.Secret)}";
        if (body.Kind != BodyKind.Json) return null;
        var json = new JsonBodyDraft(fields, notes);
        if (!JsonBodyDraft.IsFlat(body.Json)) return json.Write(body.Json, "", "");
        foreach (var member in body.Json.EnumerateObject()) AddMember(member, json);
        return null;
    }

    private void AddMember(JsonProperty member, JsonBodyDraft json)
    {
        var argument = Add(member.Name, "body", json.Write(member.Value, member.Name, member.Name));
        if (member.Value.ValueKind == JsonValueKind.Number && argument["value"] is JsonValue value
            && value.GetValueKind() == JsonValueKind.String) argument["type"] = "number";
    }

    private JsonObject Add(string name, string place, JsonNode? value)
    {
        var argument = new JsonObject { ["name"] = name, ["place"] = place, ["value"] = value };
        arguments.Add((JsonNode)argument);
        return argument;
    }

    private JsonObject Errors(Grant? grant)
    {
        var errors = new JsonObject();
        answer.WriteErrorPaths(errors);
        if (grant is not null) errors["rules"] = grant.ErrorRules();
        return errors;
    }

    private void NoteFields()
    {
        if (fields.Unknown.Count > 0)
            notes.Add($"Nothing tells whether these differ between accounts: {List(fields.Unknown)}. Write a "
                + "value into the config where it is the same for everybody.");
        var changing = fields.All.Select(field => field.Field)
            .Where(field => NameWords.IsChanging(NameWords.Plain(field))).ToList();
        if (changing.Count > 0)
            notes.Add($"Seemingly made anew for each request: {List(changing)}. Make them with `vars`.");
        notes.Add("How the API wants the token is not in the line; `Authorization: Bearer` is assumed, see `attach`.");
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
