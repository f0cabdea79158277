using System.Text.RegularExpressions;

namespace TokenFunctions.Realms.Requests;

/// <summary>Texts that are JSON numbers and booleans (RFC 8259 §3, §6).</summary>
internal static partial class JsonScalar
{
    private const RegexOptions Flags = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    /// <summary>Whether a text can be written as this type.</summary>
    public static bool Fits(ArgumentType type, string text) => type switch
    {
        ArgumentType.Number => IsNumber(text),
        ArgumentType.Boolean => IsBoolean(text),
        _ => true,
    };

    /// <summary>The type in words, for messages.</summary>
    public static string InWords(ArgumentType type) => type switch
    {
        ArgumentType.Number => "JSON number",
        ArgumentType.Boolean => "boolean, true or false",
        _ => "text",
    };

    private static bool IsNumber(string text) => Number().IsMatch(text);

    private static bool IsBoolean(string text) => text is "true" or "false";

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", Flags)]
    private static partial Regex Number();
}
