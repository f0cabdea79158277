using TokenFunctions.Host.Tests.Documents;

namespace TokenFunctions.Host.Tests.Infra;

/// <summary>The templates of the repository.</summary>
internal static class Templates
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "infra");

    /// <summary>All files, by their names from the folder.</summary>
    public static IReadOnlyList<BicepFile> All { get; } =
    [
        .. from path in Directory.EnumerateFiles(Folder, "*.bicep", SearchOption.AllDirectories)
           let name = Path.GetRelativePath(Folder, path).Replace('\\', '/')
           orderby name.Length
           select new BicepFile(name, File.ReadAllText(path)),
    ];

    public static BicepFile Read(string name) => All.Single(file => file.Name == name);

    /// <summary>The texts in a list that is a variable.</summary>
    public static IEnumerable<string> List(BicepFile file, string variable)
    {
        var start = file.Text.IndexOf($"var {variable} = [", StringComparison.Ordinal);
        var end = file.Text.IndexOf(']', start);
        return file.Text[start..end].Split('\'').Where((_, i) => i % 2 == 1);
    }
}
