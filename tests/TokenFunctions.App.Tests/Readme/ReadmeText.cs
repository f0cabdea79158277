using TokenFunctions.Processes.App;

namespace TokenFunctions.App.Tests.Readme;

/// <summary>The commands in the README's code blocks.</summary>
internal static class ReadmeText
{
    public static string Whole { get; } = File.ReadAllText(Path.Combine(AppFolder.Repository, "README.md"));

    /// <summary>All commands, in their order; a quoted text that goes over lines belongs to its command.</summary>
    public static IReadOnlyList<string> Commands { get; } = [.. Blocks("sh").SelectMany(CodeBlocks.Commands)];

    /// <summary>The realm file that the README shows.</summary>
    public static string RealmFile => Blocks("json").Single();

    /// <summary>The request that makes a caller: its first line and its body.</summary>
    public static string CallerRequest => Blocks("http").Single();

    /// <summary>The method that the README shows to check a notice's signature.</summary>
    public static string SignatureCheck => Blocks("csharp").Single(b => b.Contains("IsGenuine", StringComparison.Ordinal));

    /// <summary>The lines that the README shows for a program's use of tokens.</summary>
    public static string ClientUse => Blocks("csharp").Single(b => b.Contains("TokenHandler", StringComparison.Ordinal));

    private static IEnumerable<string> Blocks(string language) => CodeBlocks.Of(Whole, language);
}
