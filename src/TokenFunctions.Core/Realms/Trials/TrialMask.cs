using System.Text;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Trials;

/// <summary>Takes what is confidential out of a trial's texts. It hides more than <see cref="SecretMask"/>: a trial
/// shows whole answers, in which short secrets stand alone too.</summary>
internal sealed class TrialMask
{
    // Shorter ones are words of other texts; they are hidden where they stand alone.
    private const int Long = 4;

    // Far more than is shown of a text.
    private const int MaxLooked = 64 * 1024;

    // The longest spelling of a character: \u0041.
    private const int MaxSpelled = 6;

    private readonly SecretMask mask;
    private readonly List<string> words;
    private readonly int longest;

    /// <summary>A mask of these texts.</summary>
    public TrialMask(IReadOnlyCollection<string> confidential)
    {
        mask = new SecretMask(confidential);
        words = [.. confidential.Where(text => text.Length is > 0 and < Long)];
        longest = confidential.Select(text => text.Length * MaxSpelled).DefaultIfEmpty().Max();
    }

    /// <summary>The mask without what is looked for in trials only.</summary>
    public SecretMask Secrets => mask;

    /// <summary>The text without secrets; nothing of it when it holds one in a spelling that cannot be cut
    /// out. Only the beginning of a very long text.</summary>
    public string Apply(string text)
    {
        var shown = mask.Apply(text.Length > MaxLooked ? text[..MaxLooked] : text);
        foreach (var word in words) shown = WithoutWord(shown, word);
        if (mask.FindsInside(shown)) return SecretMask.Mark;
        // At the end of a text that was cut there may be half a secret.
        return text.Length > MaxLooked ? shown[..^Math.Min(longest, shown.Length)] : shown;
    }

    /// <summary>An address without secrets; a short one is not looked for in the host.</summary>
    public string Apply(Uri address)
    {
        var host = address.GetLeftPart(UriPartial.Authority);
        var rest = address.AbsoluteUri[host.Length..];
        if (mask.HasMadeHost(address))
            return host.Replace(address.Host, SecretMask.Mark, StringComparison.Ordinal) + Apply(rest);
        // As a whole first: where the secret is a url, its host and its path alone do not hold it.
        var shown = mask.Apply(address.AbsoluteUri);
        return shown.StartsWith(host, StringComparison.Ordinal) ? host + Apply(shown[host.Length..]) : Apply(shown);
    }

    private static string WithoutWord(string text, string word)
    {
        var shown = new StringBuilder();
        var from = 0;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0;)
        {
            var end = at + word.Length;
            var isAlone = !IsLetter(text, at - 1) && !IsLetter(text, end);
            shown.Append(text, from, at - from).Append(isAlone ? SecretMask.Mark : word);
            from = end;
            at = text.IndexOf(word, end, StringComparison.Ordinal);
        }

        return shown.Append(text, from, text.Length - from).ToString();
    }

    private static bool IsLetter(string text, int at) =>
        at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);
}
