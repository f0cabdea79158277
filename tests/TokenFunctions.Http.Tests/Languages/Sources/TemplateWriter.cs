using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TokenFunctions.Http.Tests.Languages.Sources;

/// <summary>Writes what an expression of the code makes as a template: texts as they are, all else as places.</summary>
internal sealed class TemplateWriter(SourceConstants constants)
{
    private readonly StringBuilder template = new();
    private int places;

    /// <summary>The template of an expression that has a text in it.</summary>
    public static string Write(ExpressionSyntax expression, SourceConstants constants)
    {
        var writer = new TemplateWriter(constants);
        writer.Add(expression);
        return writer.template.ToString();
    }

    /// <summary>Whether the expression is a text or a sum with one.</summary>
    public static bool HasText(ExpressionSyntax expression, SourceConstants? constants) => expression switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression),
        InterpolatedStringExpressionSyntax => true,
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) =>
            HasText(sum.Left, constants) || HasText(sum.Right, constants),
        InvocationExpressionSyntax call => Formatted(call) is not null,
        _ => constants?.Find(expression) is not null,
    };

    /// <summary>The text of a call that only says how numbers in it are written; null = it is another call.</summary>
    public static InterpolatedStringExpressionSyntax? Formatted(InvocationExpressionSyntax call) =>
        call.Expression.ToString() is "string.Create" or "FormattableString.Invariant"
            ? call.ArgumentList.Arguments[^1].Expression as InterpolatedStringExpressionSyntax
            : null;

    private void Add(ExpressionSyntax expression)
    {
        if (!HasText(expression, constants)) AddPlace();
        else if (constants.Find(expression) is { } named) Add(named);
        else if (expression is BinaryExpressionSyntax sum) Add(sum);
        else if (expression is InterpolatedStringExpressionSyntax text) Add(text);
        else if (expression is InvocationExpressionSyntax call) Add(Formatted(call)!);
        else Add(((LiteralExpressionSyntax)expression).Token.ValueText);
    }

    private void Add(BinaryExpressionSyntax sum)
    {
        Add(sum.Left);
        Add(sum.Right);
    }

    private void Add(InterpolatedStringExpressionSyntax text)
    {
        foreach (var piece in text.Contents)
        {
            // In these the code has its braces doubled already.
            if (piece is InterpolatedStringTextSyntax { TextToken.ValueText: var written }) template.Append(written);
            else Add(((InterpolationSyntax)piece).Expression);
        }
    }

    private void Add(string text) => template.Append(text.Replace("{", "{{").Replace("}", "}}"));

    private void AddPlace() => template.Append('{').Append(places++).Append('}');
}
