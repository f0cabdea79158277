using System.Reflection;
using System.Text;

namespace TokenFunctions.Http.Console;

/// <summary>The files of the page, which are part of the program: a room's name, a stroke, the file's name.</summary>
internal static class PageFiles
{
    private const string Folder = "console/";
    private const string IndexName = "index.html";
    private static readonly Assembly Assembly = typeof(PageFiles).Assembly;

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private static readonly string[] All =
    [
        .. Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..])
            .Where(name => name is not IndexName)
            .Order(StringComparer.Ordinal),
    ];

    private static readonly Lazy<Dictionary<string, PageContent>> Contents =
        new(() => All.ToDictionary(name => name, Read, StringComparer.Ordinal));

    /// <summary>The names of all files but the page itself, in order.</summary>
    public static IReadOnlyList<string> Names => All;

    /// <summary>The page itself, with places where something is put in.</summary>
    public static string Template => TextOf(IndexName);

    /// <summary>The content of a file; null = there is none of that name.</summary>
    public static PageContent? Find(string room, string file) => Contents.Value.GetValueOrDefault($"{room}/{file}");

    private static PageContent Read(string name) => new(Types[Path.GetExtension(name)], TextOf(name));

    private static string TextOf(string name)
    {
        using var resource = Assembly.GetManifestResourceStream(Folder + name)!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
