namespace TokenFunctions.Realms.Templates;

/// <summary>One piece of a template.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Text">The literal text or the field's name; empty for the times.</param>
internal readonly record struct TemplatePart(TemplatePartKind Kind, string Text)
{
    /// <summary>Whether it is text of the config, the same in every request.</summary>
    public bool IsLiteral => Kind == TemplatePartKind.Literal;

    /// <summary>Whether it is a number, so that alone in a JSON value it stays one.</summary>
    public bool IsNumber => Kind is TemplatePartKind.Now or TemplatePartKind.NowMs;

    /// <summary>A piece of text of the config.</summary>
    public static TemplatePart Literal(string text) => new(TemplatePartKind.Literal, text);
}
