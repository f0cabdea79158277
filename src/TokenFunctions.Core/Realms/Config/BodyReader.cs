using System.Text.Json;
using TokenFunctions.Realms.Requests;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>content_type</c> and <c>body</c>.</summary>
internal static class BodyReader
{
    private static readonly string[] ContentTypes = ["json", "form", "xml", "text"];

    /// <summary>The rule for the body; faults leave one that no further fault follows from.</summary>
    public static BodyRule Read(ConfigObject config, bool isGet)
    {
        var type = config.Choice("content_type", ContentTypes);
        JsonElement? given = config.Find("body") is { ValueKind: not JsonValueKind.Null } value ? value : null;
        if (given is { } body) return Given(config, type, body);
        return isGet ? new() { IsQuery = true } : Usual(type);
    }

    private static BodyRule Usual(string type) => type switch
    {
        "json" or "text" => new() { Body = Json(type) },
        "form" => new() { Body = new FormBody([]) },
        _ => new() { Closed = Whole($"`content_type` is {type}") },
    };

    private static BodyRule Given(ConfigObject config, string type, JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.String) return Text(config, type);
        if (body.ValueKind == JsonValueKind.Object && type != "xml") return Members(config, type, body);
        if (type is "json" or "text")
            return new()
            {
                Body = Json(type) with { Whole = JsonTemplateReader.Read(body, config.At("body"), config.Check) },
                IsGiven = true,
                Closed = $"is `body`, but the `body` given is {ConfigText.Kind(body)}; use an object there",
            };
        var allowed = type == "form" ? "an object or a template" : "a template";
        config.Fault("body", $"is {ConfigText.Kind(body)}; use {allowed}, since `content_type` is {type}");
        return new() { Closed = Whole($"`content_type` is {type}") };
    }

    private static BodyRule Members(ConfigObject config, string type, JsonElement body)
    {
        var isForm = type == "form";
        List<Argument> members = [];
        foreach (var member in body.EnumerateObject())
        {
            var pointer = ConfigText.Pointer(config.At("body"), member.Name);
            if (JsonTemplateReader.Read(member.Value, pointer, config.Check) is { } value)
                members.Add(new(member.Name, ArgumentPlace.Body, value));
        }
        return new() { Body = isForm ? new FormBody([]) : Json(type), IsGiven = true, Members = members };
    }

    private static BodyRule Text(ConfigObject config, string type)
    {
        if (config.Template("body", "a template") is not { } template) return new() { Body = new JsonBody() };
        if (type == "form")
        {
            var parts = template.Parts.Select(part => new UrlPart(UrlPlace.Query, part));
            return new() { Body = new FormBody(QueryReader.Split(parts)), IsGiven = true };
        }
        var (pieces, fault) = BodyTextReader.Read(template, type);
        if (fault is not null) config.Fault("body", fault);
        return new()
        {
            Body = new TextBody(MediaType(type), pieces),
            IsGiven = true,
            Closed = Whole("`body` is one text"),
        };
    }

    private static string MediaType(string type) => type switch
    {
        "json" => JsonBody.Json,
        "xml" => "application/xml",
        _ => "text/plain; charset=utf-8",
    };

    // A config of the first system is valid as it stands and means the same.
    private static JsonBody Json(string type) => type == "text" ? new(JsonBody.SeedText) : new();

    private static string Whole(string why) => $"is `body`, but {why}; put the value into `body` as ${{…}}";
}
