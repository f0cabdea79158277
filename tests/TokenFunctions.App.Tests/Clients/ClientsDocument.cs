using System.Text.RegularExpressions;
using TokenFunctions.Processes.App;

namespace TokenFunctions.App.Tests.Clients;

/// <summary>docs/clients.md, and the files of <c>samples/clients</c> that it shows.</summary>
internal static partial class ClientsDocument
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(AppFolder.Repository, "docs", "clients.md"));

    /// <summary>The files that it shows: the path, whether it says that the file is not run, and what stands in it.</summary>
    public static IReadOnlyList<(string Path, bool IsUnrun, string Code)> Shown { get; } =
        [.. Block().Matches(Text).Select(m => (m.Groups["path"].Value, m.Groups["unrun"].Success, m.Groups["code"].Value))];

    /// <summary>The files that are there, in the order of their names.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Directory.GetFiles(ClientCommands.Samples, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(ClientCommands.Samples, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A file as it is.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(ClientCommands.Samples, file));

    [GeneratedRegex(
        @"^\[(?<path>\S+)\]\(\.\./samples/clients/\k<path>\)(?<unrun> \(not run\))?\n\n```\w+\n(?<code>.*?)^```$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Block();
}
