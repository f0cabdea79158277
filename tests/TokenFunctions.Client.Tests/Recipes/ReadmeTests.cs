namespace TokenFunctions.Client.Tests.Recipes;

/// <summary>The README's recipes are the files beside this one, which the tests compile and run.</summary>
public sealed class ReadmeTests
{
    private static readonly string[] Recipes =
        ["WeChatUsers", "WeComDepartments", "Orders", "GitHubRepositories", "OwnStore", "RawHttp2"];

    [Fact]
    public void Each_recipe_stands_in_the_readme_as_it_is_run()
    {
        var readme = File.ReadAllText(Repository.File("src", "TokenFunctions.Client", "README.md"));
        var blocks = readme.Split("```csharp\n").Skip(1).Select(rest => rest.Split("```")[0]).ToList();

        foreach (var recipe in Recipes) Assert.Contains(Text(recipe), blocks);
    }

    // The namespace is the reader's own: one below TokenFunctions would find what the recipe has no using for.
    private static string Text(string recipe)
    {
        var file = Repository.File("tests", "TokenFunctions.Client.Tests", "Recipes", $"{recipe}.cs");
        return File.ReadAllText(file).Replace("namespace Acme.Shop;\n\n", "", StringComparison.Ordinal);
    }
}
