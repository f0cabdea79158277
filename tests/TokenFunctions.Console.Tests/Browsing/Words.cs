using System.Text.Json;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Console.Tests.Browsing;

/// <summary>The page's own texts in a language, by which tests find what a person would look for.</summary>
internal sealed class Words
{
    private static readonly string Folder = Path.Combine(Node.Repository, "src", "TokenFunctions.Http", "Console", "Page", "words");

    private readonly Dictionary<string, string> texts;

    private Words(string language)
    {
        Language = language;
        var json = File.ReadAllText(Path.Combine(Folder, $"{language}.json"));
        texts = JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
    }

    public static Words English { get; } = new("en");

    public static Words Chinese { get; } = new("zh-CN");

    /// <summary>As browsers name it, and the service.</summary>
    public string Language { get; }

    public static Words In(string language) => language == English.Language ? English : Chinese;

    /// <summary>The text of a key, with its places filled.</summary>
    public string this[string key, params (string Name, string Value)[] places] => places.Aggregate(
        texts[key], (text, place) => text.Replace($"{{{place.Name}}}", place.Value, StringComparison.Ordinal));
}
