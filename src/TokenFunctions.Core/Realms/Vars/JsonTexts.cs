using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Vars;

/// <summary>Finds the templates inside a JSON value.</summary>
internal static class JsonTexts
{
    /// <summary>All of them, at any depth; none where there is no value.</summary>
    public static IEnumerable<Template> Of(JsonTemplate? value)
    {
        if (value is null) return [];
        if (value.Text is { } text) return [text];
        return (value.Members ?? []).SelectMany(member => Of(member.Value))
            .Concat((value.Items ?? []).SelectMany(Of));
    }
}
