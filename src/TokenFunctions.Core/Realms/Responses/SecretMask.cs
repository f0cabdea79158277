namespace TokenFunctions.Realms.Responses;

/// <summary>Takes the secret of one attempt out of a text, also where it was escaped on the way.</summary>
/// <param name="confidential">The credential and all that was made of it or given beside it.</param>
internal sealed class SecretMask(IEnumerable<string> confidential)
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mark = "***";

    // A shorter value is in half of all words; masking it would only make the message unreadable.
    private const int MinLength = 4;

    /// <summary>The most texts that are looked for. Of an answer with more parts, a provider would decide how much work
    /// it is to mask one; nothing is shown then.</summary>
    public const int Most = 1000;

    private readonly Lazy<List<string>?> forms = new(() => Collect(confidential));

    /// <summary>How many spellings are looked for; 0 also when all is hidden.</summary>
    public int Forms => forms.Value?.Count ?? 0;

    /// <summary>The text with each secret replaced by <see cref="Mark"/>; nothing of it when there are too
    /// many.</summary>
    public string Apply(string text)
    {
        if (forms.Value is not { } looked) return text.Length > 0 ? Mark : "";
        foreach (var form in looked) text = text.Replace(form, Mark, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    /// <summary>Whether the text holds a secret.</summary>
    public bool Finds(string text) =>
        forms.Value?.Exists(form => text.Contains(form, StringComparison.OrdinalIgnoreCase)) ?? true;

    /// <summary>Whether the text holds a secret in a spelling that cannot be cut out: some of its characters are
    /// escaped and some are not.</summary>
    public bool FindsInside(string text) => forms.Value is null || Spelling.Readings(text).Any(Finds);

    /// <summary>Whether the address leads to an IP address that the runtime has made of a secret, such as
    /// <c>0.1.226.64</c> of <c>123456</c>.</summary>
    public bool HasMadeHost(Uri address) => UrlSpelling.HostBefore(address) is { } written && Finds(written);

    private static List<string>? Collect(IEnumerable<string> confidential)
    {
        List<string> values = [.. confidential.Take(Most + 1)];
        if (values.Count > Most) return null;
        // The longest first: a short form inside a long one would leave the rest of the long one readable.
        return [.. values.SelectMany(value => UrlSpelling.Of(value).Prepend(value))
            .Where(value => value.Length >= MinLength).SelectMany(Spelling.Of)
            .Where(form => form.Length >= MinLength).Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(form => form.Length)];
    }
}
