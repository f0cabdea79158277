using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TokenFunctions.Host.Tests.Documents;

namespace TokenFunctions.Host.Tests.Workers;

/// <summary>The functions of the isolated worker, as its sources have them: it is not built here.</summary>
internal static class WorkerSources
{
    public const string Folder = "src/TokenFunctions.Worker";

    /// <summary>Every method that is a function, with its name.</summary>
    public static IReadOnlyList<(string Name, MethodDeclarationSyntax Method)> Functions { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => FunctionsIn(File.ReadAllText(file))),
    ];

    /// <summary>Every attribute in the sources that makes a trigger of a parameter.</summary>
    public static IReadOnlyList<AttributeSyntax> Triggers { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes())
            .OfType<AttributeSyntax>().Where(attribute => NameOf(attribute).EndsWith("Trigger", StringComparison.Ordinal)),
    ];

    /// <summary>The functions of a source.</summary>
    public static IEnumerable<(string Name, MethodDeclarationSyntax Method)> FunctionsIn(string source) =>
        from method in CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        from attribute in method.AttributeLists.SelectMany(list => list.Attributes)
        where NameOf(attribute) == "Function"
        select (Text(attribute.ArgumentList!.Arguments.Single()), method);

    /// <summary>The verbs of the HTTP functions among them.</summary>
    public static IEnumerable<HttpFunction> Http(IEnumerable<(string Name, MethodDeclarationSyntax Method)> functions) =>
        from function in functions
        let trigger = Trigger(function.Method, "HttpTrigger")
        where trigger is not null
        from http in Read(function.Name, trigger)
        select http;

    /// <summary>The attribute of that name on a parameter; null = there is none.</summary>
    public static AttributeSyntax? Trigger(MethodDeclarationSyntax method, string name) => method.ParameterList.Parameters
        .SelectMany(parameter => parameter.AttributeLists).SelectMany(list => list.Attributes)
        .SingleOrDefault(attribute => NameOf(attribute) == name);

    /// <summary>The attribute's name, however long it is written.</summary>
    public static string NameOf(AttributeSyntax attribute)
    {
        var name = attribute.Name.ToString();
        name = name[(name.LastIndexOfAny(['.', ':']) + 1)..];
        return name.EndsWith(nameof(Attribute), StringComparison.Ordinal) ? name[..^nameof(Attribute).Length] : name;
    }

    /// <summary>A text that is written as such.</summary>
    public static string Text(AttributeArgumentSyntax argument) =>
        ((LiteralExpressionSyntax)argument.Expression).Token.ValueText;

    private static IEnumerable<HttpFunction> Read(string name, AttributeSyntax trigger)
    {
        var arguments = trigger.ArgumentList!.Arguments;
        var level = ((MemberAccessExpressionSyntax)arguments[0].Expression).Name.Identifier.Text.ToLowerInvariant();
        var route = Text(arguments.Single(argument => argument.NameEquals?.Name.Identifier.Text == "Route"));
        return arguments.Skip(1).Where(argument => argument.NameEquals is null)
            .Select(argument => new HttpFunction(name, Text(argument), route, level));
    }
}
