using System.Reflection;
using System.Text.Json;

namespace TokenFunctions.Http.Languages;

/// <summary>The files of translations in this assembly.</summary>
internal static class LanguageFile
{
    /// <summary>A file's JSON.</summary>
    /// <param name="name">Its name without the language.</param>
    /// <param name="tag">The language.</param>
    public static JsonElement Read(string name, string tag)
    {
        // They are part of the program: one that is not there is a fault of its build.
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"languages/{name}.{tag}.json")!;
        using var json = JsonDocument.Parse(file);
        return json.RootElement.Clone();
    }
}
