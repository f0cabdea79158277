using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Trials;

/// <summary>All that a trial must not show: what it was given, what it got, and the parts of both.</summary>
internal sealed class Confidences
{
    // Enough for every value that a realm hands on; an answer of a thousand such values would only cost time.
    private const int MaxCarried = 50;
    private const int MaxLooked = 2000;
    private const int MaxSearched = 64 * 1024;
    private const int LeastCarried = 6;
    private const int LeastExtra = 8;

    // Each text once, but its parts as often as they are in it: the mask goes by their number.
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];

    /// <summary>The mask of all that was added.</summary>
    public TrialMask Mask() => new(texts);

    /// <summary>Adds texts, and the parts of those that are JSON.</summary>
    public void Add(IEnumerable<string> confidential)
    {
        foreach (var text in confidential)
            if (texts.Count <= SecretMask.Most && known.Add(text)) texts.AddRange(AnswerLeaves.Confidential(text));
    }

    /// <summary>Adds what was handed out: the token, the new state, and values beside the token that may be
    /// credentials.</summary>
    public void Add(UpstreamToken token)
    {
        Add([token.Value.Reveal(), .. token.State.Values.Select(value => value.Reveal())]);
        var extra = token.Extra.SelectMany(value => AnswerLeaves.Of(value.Value, value.Key));
        texts.AddRange(AnswerLeaves.Confidential(extra, IsCredential).SelectMany(AnswerLeaves.Confidential)
            .Take(SecretMask.Most + 1));
    }

    /// <summary>Adds the values of answers that went into later requests or into the token: a session's id, for
    /// instance, that a step has got for the next one.</summary>
    public void AddCarried(IReadOnlyList<ExchangeRecord> records, UpstreamAnswer outcome)
    {
        var handed = outcome.HasToken ? outcome.Token.Value.Reveal() : "";
        for (var i = 0; i < records.Count; i++)
        {
            string[] sent = [handed, .. records.Skip(i + 1).SelectMany(Sent)];
            string[] searched = [.. sent.Select(text => text.Length > MaxSearched ? text[..MaxSearched] : text)];
            Add(AnswerLeaves.Hidden(Answered(records[i]).Take(MaxLooked)).Select(leaf => leaf.Text)
                .Where(text => text.Length >= LeastCarried && searched.Any(s => Holds(s, text))).Take(MaxCarried));
        }
    }

    private static bool IsCredential(AnswerLeaf leaf) =>
        TellingNames.IsTelling(leaf.Name) || (leaf.Text.Length >= LeastExtra && !leaf.Text.Any(char.IsWhiteSpace));

    private static IEnumerable<AnswerLeaf> Answered(ExchangeRecord record)
    {
        if (record.Answer is not { } answer) return [];
        var headers = answer.Headers.Values.Select(header => new AnswerLeaf(header.Key, header.Value));
        return AnswerBody.Parse(answer.Body, answer.Headers, record.Format) is { Root: { } root }
            ? AnswerLeaves.Of(root).Concat(headers)
            : headers;
    }

    private static IEnumerable<string> Sent(ExchangeRecord record) =>
        [record.Address.AbsoluteUri, .. record.Headers.Select(header => header.Value), record.Body ?? ""];

    private static bool Holds(string sent, string text) =>
        sent.Contains(text, StringComparison.Ordinal)
        || sent.Contains(Uri.EscapeDataString(text), StringComparison.Ordinal);
}
