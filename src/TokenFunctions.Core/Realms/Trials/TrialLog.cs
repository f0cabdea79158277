using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Trials;

/// <summary>Notes the exchanges of one run, and makes them fit to be shown when all that is confidential is
/// known.</summary>
internal sealed class TrialLog
{
    private readonly List<ExchangeRecord> records = [];
    private readonly Confidences confidences = new();

    /// <summary>Notes an exchange.</summary>
    public void Add(ExchangeRecord record, IEnumerable<string> secrets)
    {
        records.Add(record);
        confidences.Add(secrets);
    }

    /// <summary>The trial with its outcome.</summary>
    public Trial Close(UpstreamAnswer answer)
    {
        if (answer.HasToken) confidences.Add(answer.Token);
        confidences.AddCarried(records, answer);
        var mask = confidences.Mask();
        var text = new TrialText(mask);
        return new Trial(answer.HasToken ? answer : Cleaned(answer.Failure, mask), [.. records.Select(text.Of)]);
    }

    // It was cleaned when only what the attempt had been given was known to be confidential.
    private static UpstreamAnswer Cleaned(UpstreamFailure failure, TrialMask mask) => UpstreamAnswer.Of(failure with
    {
        Detail = mask.Secrets.Apply(failure.Detail),
        Code = UpstreamText.Code(failure.Code, mask.Secrets),
        Message = failure.Message is null ? null : mask.Apply(failure.Message),
    });
}
