using TokenFunctions.Realms.Paths;

namespace TokenFunctions.Realms.Templates;

/// <summary>One piece of a template.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Text">The literal text, or the name of what it stands for; empty for the times and the answer.</param>
internal readonly record struct TemplatePart(TemplatePartKind Kind, string Text)
{
    /// <summary>Where in the value the wanted part is; null = the value itself.</summary>
    public ValuePath? Path { get; init; }

    /// <summary>Whether it is text of the config, the same in every request.</summary>
    public bool IsLiteral => Kind == TemplatePartKind.Literal;

    /// <summary>A piece of text of the config.</summary>
    public static TemplatePart Literal(string text) => new(TemplatePartKind.Literal, text);
}
