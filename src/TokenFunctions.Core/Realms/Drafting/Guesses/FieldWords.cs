using System.Text;

namespace TokenFunctions.Realms.Drafting.Guesses;

/// <summary>Names and labels of secret fields, made from the names of parameters.</summary>
internal static class FieldWords
{
    private const int MaxLength = 60;

    // Alone they say nothing; what they are in says the rest.
    private static readonly string[] Vague = ["name", "id", "value", "text"];
    private static readonly string[] Fillers = ["your_", "my_", "the_", "x_"];

    /// <summary>The field for a value.</summary>
    public static string NameOf(Given given) => Safe(Snake(Telling(given)));

    /// <summary>The field for a placeholder such as <c>YOUR_TENANT_ID</c>.</summary>
    public static string NameOf(string placeholder) => Safe(Snake(placeholder));

    /// <summary>A field's name as a person would say it: <c>Client ID</c>.</summary>
    public static string Label(string field)
    {
        var words = field.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => word switch
        {
            "id" or "api" or "url" or "tls" or "ca" or "xml" => word.ToUpperInvariant(),
            _ => word,
        });
        var label = string.Join(' ', words);
        return label.Length == 0 ? field : char.ToUpperInvariant(label[0]) + label[1..];
    }

    /// <summary>The name of a value, with that of what it is in where it says too little alone.</summary>
    public static string Telling(Given given)
    {
        if (!Vague.Contains(given.Name, StringComparer.OrdinalIgnoreCase)) return given.Name;
        var parents = given.Path.Split('.').SkipLast(1).Where(part => !part.All(char.IsAsciiDigit));
        return parents.LastOrDefault() is { } parent ? $"{parent}_{given.Name}" : given.Name;
    }

    private static string Safe(string name)
    {
        foreach (var filler in Fillers)
            if (name.StartsWith(filler, StringComparison.Ordinal) && name.Length > filler.Length)
                name = name[filler.Length..];
        if (name.Length == 0) return "value";
        if (name.Length > MaxLength) name = name[..MaxLength];
        // ${now} and ${now_ms} are the time.
        var isTaken = name is "now" or "now_ms";
        return isTaken || !char.IsAsciiLetter(name[0]) ? $"field_{name}" : name;
    }

    private static string Snake(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            var isBreak = IsHump(name, i) || !char.IsAsciiLetterOrDigit(c);
            if (isBreak && text.Length > 0 && text[^1] != '_') text.Append('_');
            if (char.IsAsciiLetterOrDigit(c)) text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString().TrimEnd('_');
    }

    // The capital that begins a word: the I of appId, and the K of APIKey.
    private static bool IsHump(string name, int at)
    {
        if (at == 0 || !char.IsAsciiLetterUpper(name[at])) return false;
        var isEndOfCapitals = at + 1 < name.Length && char.IsAsciiLetterLower(name[at + 1]);
        return char.IsAsciiLetterLower(name[at - 1]) || (char.IsAsciiLetterUpper(name[at - 1]) && isEndOfCapitals);
    }
}
