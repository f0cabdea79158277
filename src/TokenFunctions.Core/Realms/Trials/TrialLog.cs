using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Trials;

/// <summary>Notes the exchanges of one run, and makes them fit to be shown when all that is confidential is
/// known.</summary>
internal sealed class TrialLog
{
    private readonly List<ExchangeRecord> records = [];
    private readonly HashSet<string> confidential = new(StringComparer.Ordinal);

    /// <summary>Notes an exchange.</summary>
    public void Add(ExchangeRecord record, IEnumerable<string> secrets)
    {
        records.Add(record);
        confidential.UnionWith(secrets);
    }

    /// <summary>The trial with its outcome.</summary>
    public Trial Close(UpstreamAnswer answer)
    {
        if (answer.HasToken)
        {
            confidential.Add(answer.Token.Value.Reveal());
            confidential.UnionWith(answer.Token.State.Values.Select(value => value.Reveal()));
        }

        var text = new TrialText(new SecretMask(confidential));
        return new Trial(answer, [.. records.Select(text.Of)]);
    }
}
