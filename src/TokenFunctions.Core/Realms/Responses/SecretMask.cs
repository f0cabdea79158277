namespace TokenFunctions.Realms.Responses;

/// <summary>Takes the secret of one attempt out of a text, also where it was escaped on the way.</summary>
/// <param name="confidential">The credential and all that was made of it or given beside it.</param>
internal sealed class SecretMask(IEnumerable<string> confidential)
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mark = "***";

    // A shorter value is in half of all words; masking it would only make the message unreadable.
    private const int MinLength = 4;

    private readonly Lazy<List<string>> forms = new(() => Collect(confidential));

    /// <summary>The text with each secret replaced by <see cref="Mark"/>.</summary>
    public string Apply(string text)
    {
        foreach (var form in forms.Value) text = text.Replace(form, Mark, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    /// <summary>Whether the text holds a secret.</summary>
    public bool Finds(string text) =>
        forms.Value.Exists(form => text.Contains(form, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the text holds a secret in a spelling that cannot be cut out: some of its characters are
    /// escaped and some are not.</summary>
    public bool FindsInside(string text) => Spelling.Readings(text).Any(Finds);

    private static List<string> Collect(IEnumerable<string> values)
    {
        // The longest first: a short form inside a long one would leave the rest of the long one readable.
        return [.. values.SelectMany(Parts).Where(value => value.Length >= MinLength).SelectMany(Spelling.Of)
            .Where(form => form.Length >= MinLength).Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(form => form.Length)];
    }

    // A url that is a secret is sent in the form that the runtime gives it; its query is where the credential is.
    private static IEnumerable<string> Parts(string value)
    {
        var mark = value.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? value.IndexOf('?', StringComparison.Ordinal)
            : -1;
        return mark < 0 ? [value] : [value, value[(mark + 1)..]];
    }
}
