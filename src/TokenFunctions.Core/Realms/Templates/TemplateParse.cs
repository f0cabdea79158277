using System.Diagnostics.CodeAnalysis;

namespace TokenFunctions.Realms.Templates;

/// <summary>A template, or what is wrong with its text.</summary>
/// <param name="Template">The template; null when the text is malformed.</param>
/// <param name="Fault">What is wrong, as the end of a sentence that begins with the place.</param>
internal readonly record struct TemplateParse(Template? Template, string? Fault)
{
    /// <summary>Whether the text is a template.</summary>
    [MemberNotNullWhen(true, nameof(Template))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsValid => Template is not null;
}
