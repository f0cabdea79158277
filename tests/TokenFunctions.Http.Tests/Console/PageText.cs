using System.Text;
using System.Text.Json;
using TokenFunctions.Http.Console;

namespace TokenFunctions.Http.Tests.Console;

/// <summary>The texts of the page's files, as they were written.</summary>
internal static class PageText
{
    /// <summary>All of them by name, the page itself too.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = PageFiles.Names
        .ToDictionary(name => name, Read, StringComparer.Ordinal)
        .Append(new("index.html", PageFiles.Template))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The modules, in one text.</summary>
    public static readonly string Modules = string.Join(
        '\n', All.Where(file => file.Key.EndsWith(".js", StringComparison.Ordinal)).Select(file => file.Value));

    /// <summary>The words of a language by their keys.</summary>
    public static IReadOnlyDictionary<string, string> Words(string language) => JsonElement.Parse(All[$"words/{language}.json"])
        .EnumerateObject()
        .ToDictionary(word => word.Name, word => word.Value.GetString()!, StringComparer.Ordinal);

    private static string Read(string name)
    {
        var parts = name.Split('/');
        return Encoding.UTF8.GetString(PageFiles.Find(parts[0], parts[1])!.In(PageCoding.Plain));
    }
}
