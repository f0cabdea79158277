using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TokenFunctions.Http.Tests.Languages.Sources;

/// <summary>The texts that one file gives a name of its own: they are parts of other texts.</summary>
internal sealed class SourceConstants
{
    private readonly Dictionary<string, ExpressionSyntax> texts = [];
    private readonly HashSet<ExpressionSyntax> declared = [];

    public SourceConstants(SyntaxNode file)
    {
        foreach (var field in file.DescendantNodes().OfType<FieldDeclarationSyntax>())
            if (field.Modifiers.Any(SyntaxKind.ConstKeyword) && field.Modifiers.Any(SyntaxKind.PrivateKeyword)) Add(field.Declaration);
        foreach (var local in file.DescendantNodes().OfType<LocalDeclarationStatementSyntax>())
            if (local.IsConst) Add(local.Declaration);
    }

    /// <summary>The text of a name; null = it is none of these.</summary>
    public ExpressionSyntax? Find(ExpressionSyntax name) =>
        name is IdentifierNameSyntax { Identifier.Text: var id } ? texts.GetValueOrDefault(id) : null;

    /// <summary>Whether a text only gets its name here.</summary>
    public bool IsDeclared(ExpressionSyntax text) => declared.Contains(text);

    private void Add(VariableDeclarationSyntax declaration)
    {
        foreach (var variable in declaration.Variables)
        {
            if (variable.Initializer?.Value is not { } value || !TemplateWriter.HasText(value, null)) continue;
            texts[variable.Identifier.Text] = value;
            declared.Add(value);
        }
    }
}
