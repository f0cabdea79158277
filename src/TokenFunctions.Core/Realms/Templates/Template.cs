namespace TokenFunctions.Realms.Templates;

/// <summary>A text with expressions, parsed once.</summary>
internal sealed class Template(IReadOnlyList<TemplatePart> parts)
{
    /// <summary>The pieces in order; none for the empty text.</summary>
    public IReadOnlyList<TemplatePart> Parts => parts;

    /// <summary>Whether it is the same text in every request.</summary>
    public bool IsLiteral => parts.All(part => part.IsLiteral);

    /// <summary>The secret fields that it reads.</summary>
    public IEnumerable<string> Fields =>
        parts.Where(part => part.Kind == TemplatePartKind.Field).Select(part => part.Text);

    /// <summary>A template of plain text.</summary>
    public static Template Of(string text) => new([TemplatePart.Literal(text)]);

    /// <summary>The value for one attempt: of an expression alone with its type, else a text.</summary>
    public Datum Value(AttemptScope scope) =>
        parts is [{ IsLiteral: false } only] ? scope.Of(only) : Datum.Of(Fill(scope));

    /// <summary>The text for one attempt. Values are put in as they are and never looked at for expressions.</summary>
    public string Fill(AttemptScope scope) => string.Concat(parts.Select(part => scope.Of(part).Text));

    /// <summary>Whether a value that it needs is not there, as a field that the secret does not have.</summary>
    public bool LacksValue(AttemptScope scope) => parts.Any(part => !part.IsLiteral && scope.Of(part).IsAbsent);
}
