namespace TokenFunctions.Realms.Templates;

/// <summary>A text with expressions, parsed once.</summary>
internal sealed class Template(IReadOnlyList<TemplatePart> parts)
{
    /// <summary>The pieces in order; none for the empty text.</summary>
    public IReadOnlyList<TemplatePart> Parts => parts;

    /// <summary>Whether it is the same text in every request.</summary>
    public bool IsLiteral => parts.All(part => part.IsLiteral);

    /// <summary>Whether it is one number and nothing else.</summary>
    public bool IsNumber => parts is [{ IsNumber: true }];

    /// <summary>The secret fields that it reads.</summary>
    public IEnumerable<string> Fields =>
        parts.Where(part => part.Kind == TemplatePartKind.Field).Select(part => part.Text);

    /// <summary>A template of plain text.</summary>
    public static Template Of(string text) => new([TemplatePart.Literal(text)]);

    /// <summary>The text for one attempt. Values are put in as they are and never looked at for expressions.</summary>
    /// <param name="values">What the expressions stand for.</param>
    /// <param name="escape">How a value is made harmless where it is put; literals are left alone.</param>
    public string Fill(TemplateValues values, Func<string, string> escape) =>
        string.Concat(parts.Select(part => part.IsLiteral ? part.Text : escape(values.Of(part))));

    /// <summary>The text for one attempt, for a place that needs no escaping.</summary>
    public string Fill(TemplateValues values) => Fill(values, static value => value);

    /// <summary>The template with its literals escaped once and for all.</summary>
    public Template EscapeLiterals(Func<string, string> escape) =>
        new([.. parts.Select(part => part.IsLiteral ? TemplatePart.Literal(escape(part.Text)) : part)]);

    /// <summary>The template with <paramref name="text"/> before it.</summary>
    public Template After(string text) => new([TemplatePart.Literal(text), .. parts]);
}
