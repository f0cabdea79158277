using System.Text;
using TokenFunctions.Realms.Drafting.Guesses;

namespace TokenFunctions.Realms.Drafting;

/// <summary>The values of a request, each as the template that stands for it, and the fields that came of them.
/// </summary>
internal sealed class DraftFields
{
    // A shorter value would be found in words that have nothing to do with it.
    private const int ShortestFound = 6;

    private readonly List<(DraftField Field, string Value)> fields = [];
    private readonly Dictionary<(string Name, string Value), string> names = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> unknown = new(StringComparer.Ordinal);

    /// <summary>All fields in the order of the request.</summary>
    public IReadOnlyList<DraftField> All => [.. fields.Select(entry => entry.Field)];

    /// <summary>The fields of which only caution says that they are confidential.</summary>
    public IReadOnlyCollection<string> Unknown => unknown;

    /// <summary>The template for a value that is a config's whole text.</summary>
    public string Whole(Given given)
    {
        var inline = Inline(given);
        return WholeField(inline) is { } field ? $"${field}" : Escape(inline);
    }

    /// <summary>The template for a value within a longer text.</summary>
    public string Inline(Given given)
    {
        var guess = ConfidentialGuess.Of(given);
        return guess switch
        {
            ValueGuess.Constant => Literal(given.Text),
            ValueGuess.Moment => "${now}",
            ValueGuess.MomentMs => "${now_ms}",
            _ => "${" + Add(FieldWords.NameOf(given), given.Text, given.From, guess) + "}",
        };
    }

    /// <summary>A text that stays, but for the values that are fields elsewhere.</summary>
    /// <param name="text">The text.</param>
    /// <param name="confidentialOnly">Whether values that are not confidential may stay.</param>
    public string Literal(string text, bool confidentialOnly = false)
    {
        var found = fields.Where(entry => entry.Value.Length >= ShortestFound)
            .Where(entry => entry.Field.IsConfidential || !confidentialOnly)
            .OrderByDescending(entry => entry.Value.Length).ToList();
        var result = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var here = found.Find(entry => text.AsSpan(at).StartsWith(entry.Value, StringComparison.Ordinal));
            if (here.Field is { } field) result.Append("${").Append(field.Field).Append('}');
            else result.Append(text[at]);
            at += here.Field is null ? 1 : here.Value.Length;
        }
        return result.ToString();
    }

    /// <summary>The field for a value whose kind is known; the same one for the same name and value.</summary>
    public string Add(string name, string value, string from, ValueGuess guess)
    {
        if (names.TryGetValue((name, value), out var known)) return known;
        var taken = counts[name] = counts.GetValueOrDefault(name) + 1;
        var field = taken == 1 ? name : FormattableString.Invariant($"{name}_{taken}");
        names.Add((name, value), field);
        fields.Add((new(field, FieldWords.Label(field), guess != ValueGuess.Identifier, from), value));
        if (guess == ValueGuess.Unknown) unknown.Add(field);
        return field;
    }

    // At the start of a template, `$` of a literal is written twice.
    private static string Escape(string text) =>
        text.StartsWith('$') && !text.StartsWith("${", StringComparison.Ordinal) ? "$" + text : text;

    private static string? WholeField(string inline) =>
        inline.StartsWith("${", StringComparison.Ordinal)
        && inline.IndexOf('}', StringComparison.Ordinal) == inline.Length - 1
        && FieldName.IsValid(inline.AsSpan(2, inline.Length - 3)) && inline is not ("${now}" or "${now_ms}")
            ? inline[2..^1]
            : null;
}
