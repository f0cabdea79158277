using System.Text.Json;
using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>arguments</c>.</summary>
internal sealed class ArgumentReader(ArgumentPlaces places, bool isGet, bool isForm)
{
    private const int MaxCount = 100;
    private static readonly string[] Places = ["url", "header", "body"];

    /// <summary>Reads all of them.</summary>
    public void Read(ConfigObject config)
    {
        var items = config.Items("arguments");
        if (items.Count > MaxCount)
        {
            config.Fault("arguments", $"has {items.Count} items; use at most {MaxCount}");
            return;
        }
        foreach (var (pointer, value) in items)
            if (ConfigObject.Read(value, pointer, config.Check, "name", "place", "value") is { } argument)
                ReadOne(argument);
    }

    private void ReadOne(ConfigObject argument)
    {
        var name = argument.Text("name", "a name", required: true);
        if (name is "") argument.Fault("name", "is empty; use a name");
        var before = argument.Check.Errors.Count;
        var place = argument.Choice("place", Places, required: true);
        var value = argument.Require("value", "a template or any JSON value");
        if (string.IsNullOrEmpty(name) || value is not { } given || argument.Check.Errors.Count > before) return;
        if (place == "header") AddHeader(argument, name, given);
        else if (place == "url") AddPair(argument, places.Query, name, given, Uri.EscapeDataString);
        else if (isGet) argument.Fault("place", "is `body`, but `method` is GET; use url or header, or another method");
        else if (isForm) AddPair(argument, places.Form, name, given, FormText.Escape);
        else if (JsonTemplateReader.Read(given, argument.At("value"), argument.Check) is { } json)
            places.SetMember(name, json);
    }

    private void AddHeader(ConfigObject argument, string name, JsonElement value)
    {
        if (!HeaderText.IsToken(name))
            argument.Fault("name",
                $"is `{ConfigText.Show(name)}`, which is no header name; use letters, digits and '-'");
        else if (HeaderText.IsReserved(name))
            argument.Fault("name",
                $"is `{ConfigText.Show(name)}`, a header that the transport or `content_type` sets; leave it out");
        else if (Scalar(argument, value) is { } template)
        {
            if (template.Parts.Any(part => part.IsLiteral && !HeaderText.IsValue(part.Text)))
                argument.Fault("value", "holds characters that no header can carry; use printable ASCII");
            NamedTemplate.Set(places.Headers, new(name, template), StringComparison.OrdinalIgnoreCase);
        }
    }

    private static void AddPair(
        ConfigObject argument, List<NamedTemplate> pairs, string name, JsonElement value, Func<string, string> escape)
    {
        if (Scalar(argument, value)?.EscapeLiterals(escape).After(escape(name) + "=") is { } pair)
            NamedTemplate.Set(pairs, new(name, pair), StringComparison.Ordinal);
    }

    private static Template? Scalar(ConfigObject argument, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return argument.Template("value", "a template");
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return Template.Of(value.GetRawText());
            default:
                argument.Fault("value",
                    $"is {ConfigText.Kind(value)}; use a string, a number or a boolean, or a JSON body");
                return null;
        }
    }
}
