using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TokenFunctions.Http.Tests.Languages.Sources;

/// <summary>Finds the texts that the code writes for people.</summary>
internal static class SourceTexts
{
    // What is called with a text that nobody is answered with: it is searched for, measured, logged or named.
    private static readonly string[] Silent =
    [
        "StartsWith", "EndsWith", "Contains", "IndexOf", "Replace", "Split", "TrimEnd", "TrimStart", "Run",
        "CreateCounter<long>", "CreateHistogram<double>", "CreateHistogram", "Counter", "Gauge", "LogFailed",
    ];

    /// <summary>All texts of a file.</summary>
    /// <param name="name">Its name, for people.</param>
    /// <param name="code">What is in it.</param>
    /// <param name="thrownToo">Whether messages of exceptions are answered, too.</param>
    public static IEnumerable<SourceText> Of(string name, string code, bool thrownToo = false)
    {
        var tree = CSharpSyntaxTree.ParseText(code);
        var root = tree.GetRoot();
        var constants = new SourceConstants(root);
        return root.DescendantNodes().OfType<ExpressionSyntax>()
            .Where(expression => IsWhole(expression, constants) && !expression.Ancestors().Any(node => IsSilent(node) || (!thrownToo && IsThrown(node))))
            .Select(expression => new SourceText(
                name, tree.GetLineSpan(expression.Span).StartLinePosition.Line + 1, TemplateWriter.Write(expression, constants)));
    }

    // A part of a longer text is not looked at by itself.
    private static bool IsWhole(ExpressionSyntax expression, SourceConstants constants) =>
        TemplateWriter.HasText(expression, constants)
        && !constants.IsDeclared(expression)
        && !expression.Ancestors().OfType<ExpressionSyntax>().Any(constants.IsDeclared)
        && expression.Parent is not (InterpolationSyntax or MemberAccessExpressionSyntax or NameColonSyntax)
        && !(expression.Parent is BinaryExpressionSyntax sum && sum.IsKind(SyntaxKind.AddExpression))
        && !(expression.Parent?.Parent?.Parent is InvocationExpressionSyntax call && TemplateWriter.Formatted(call) == expression);

    private static bool IsSilent(SyntaxNode node) => node switch
    {
        AttributeSyntax => true,
        MethodDeclarationSyntax method => method.Identifier.Text == "ToString",
        InvocationExpressionSyntax { Expression: var called } => Silent.Contains(NameOf(called)),
        _ => false,
    };

    private static bool IsThrown(SyntaxNode node) => node is ThrowStatementSyntax or ThrowExpressionSyntax
        or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax;

    private static string NameOf(ExpressionSyntax called) =>
        called is MemberAccessExpressionSyntax member ? member.Name.ToString() : called.ToString();
}
