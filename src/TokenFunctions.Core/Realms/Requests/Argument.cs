using System.Text.Json;
using TokenFunctions.Realms.Config;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>One of the realm's <c>arguments</c>, or a member of its <c>body</c>.</summary>
/// <param name="Name">Its name at the provider.</param>
/// <param name="Place">Where it goes.</param>
/// <param name="Value">What is sent; outside of a JSON body always a scalar.</param>
internal sealed record Argument(string Name, ArgumentPlace Place, JsonTemplate Value)
{
    /// <summary>The type that the value has in a JSON body.</summary>
    public ArgumentType Type { get; init; }

    /// <summary>In which calls it is sent.</summary>
    public ArgumentWhen When { get; init; }

    /// <summary>Whether it is left out when there is no value or an empty one.</summary>
    public bool OmitsEmpty { get; init; }

    /// <summary>Whether it stands beside earlier pairs of its name, and not in their place.</summary>
    public bool Appends { get; init; }

    /// <summary>The expressions that must have a value.</summary>
    public IEnumerable<TemplatePart> Needs => OmitsEmpty ? [] : Value.Parts;

    /// <summary>Whether it is meant for such a call.</summary>
    public bool IsFor(bool forced) => When == ArgumentWhen.Always || forced == (When == ArgumentWhen.Force);

    /// <summary>Whether it has nothing to say in this attempt and is to be left out.</summary>
    public bool IsLeftOut(AttemptScope scope) => OmitsEmpty && Value.IsEmpty(scope);

    /// <summary>The value as text, for every place but a JSON body.</summary>
    public string Text(AttemptScope scope) => Value.ToText(scope);

    /// <summary>What is wrong with the value of this attempt: one sentence without the value; null =
    /// nothing.</summary>
    public string? Fault(AttemptScope scope) => JsonScalar.Fits(Type, Text(scope))
        ? null
        : $"The value of the argument `{ConfigText.Show(Name)}` is no {JsonScalar.InWords(Type)};"
            + " correct one of the two.";

    /// <summary>Writes the value into a JSON body.</summary>
    public void Write(Utf8JsonWriter json, AttemptScope scope)
    {
        if (Type == ArgumentType.AsGiven) Value.Write(json, scope);
        else if (Type == ArgumentType.String) json.WriteStringValue(Text(scope));
        else json.WriteRawValue(Text(scope));
    }
}
