using System.Text.Json;
using TokenFunctions.Realms.Requests;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>arguments</c>.</summary>
/// <param name="body">What the body takes.</param>
/// <param name="url">The address; null when it has a fault.</param>
internal sealed class ArgumentReader(BodyRule body, UrlPlan? url)
{
    private const int MaxCount = 100;
    private static readonly string[] Known = ["name", "place", "value", "type", "when", "omit_empty", "append"];

    // In the order of the enums.
    private static readonly string[] Places = ["url", "header", "body", "path"];
    private static readonly string[] Times = ["always", "force", "not_force"];
    private static readonly string[] Types = ["string", "number", "boolean"];

    /// <summary>Reads all of them; those with a fault are left out.</summary>
    public IReadOnlyList<Argument> Read(ConfigObject config)
    {
        List<Argument> arguments = [];
        foreach (var (pointer, value) in config.Items("arguments", MaxCount))
            if (ConfigObject.Read(value, pointer, config.Check, Known) is { } given && ReadOne(given) is { } argument)
                arguments.Add(argument);
        return arguments;
    }

    private Argument? ReadOne(ConfigObject given)
    {
        var name = given.Text("name", "a name", required: true);
        if (name is "") given.Fault("name", "is empty; use a name");
        var before = given.Check.Errors.Count;
        var place = (ArgumentPlace)Array.IndexOf(Places, given.Choice("place", Places, required: true));
        var when = (ArgumentWhen)Array.IndexOf(Times, given.Choice("when", Times));
        var type = Type(given);
        var omitsEmpty = given.Flag("omit_empty");
        var appends = given.Flag("append");
        var value = given.Require("value", "a template or any JSON value", takesNull: true);
        if (string.IsNullOrEmpty(name) || value is not { } json || given.Check.Errors.Count > before) return null;
        // As the first system did: a GET has no body, and what would go there is asked by the query.
        if (place == ArgumentPlace.Body && body.IsQuery) place = ArgumentPlace.Url;
        if (Value(given, place, json) is not { } template) return null;
        var argument = new Argument(name, place, template)
        {
            Type = type,
            When = when,
            OmitsEmpty = omitsEmpty,
            Appends = appends,
        };
        ArgumentRules.Check(given, argument);
        if (place == ArgumentPlace.Path && url?.ArgumentNames.Contains(name, StringComparer.Ordinal) == false)
            given.Fault("name", $"is `{ConfigText.Show(name)}`, but `url` has no such name in braces; write it there");
        return argument;
    }

    private static ArgumentType Type(ConfigObject given) => given.Find("type") is null
        ? ArgumentType.AsGiven
        : (ArgumentType)(Array.IndexOf(Types, given.Choice("type", Types)) + 1);

    private JsonTemplate? Value(ConfigObject given, ArgumentPlace place, JsonElement value)
    {
        if (place == ArgumentPlace.Body && body.Closed is not null)
        {
            given.Fault("place", body.Closed);
            return null;
        }
        return JsonTemplateReader.Read(value, given.At("value"), given.Check);
    }
}
