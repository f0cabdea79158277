using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Trials;

/// <summary>Writes exchanges down without what is confidential.</summary>
internal sealed class TrialText(TrialMask mask)
{
    private const int MaxBody = 8 * 1024;
    private const string More = " …";

    private readonly AnswerRedactor redactor = new(mask);

    /// <summary>The exchange, fit to be shown.</summary>
    public TrialExchange Of(ExchangeRecord record) =>
        new(record.Step, Request(record), record.Answer is { } answer ? Response(answer, record.Format) : null);

    private TrialMessage Request(ExchangeRecord record)
    {
        var headers = record.Headers
            .Select(header => KeyValuePair.Create(header.Key, redactor.Header(header.Key, header.Value)));
        var body = record.Body is null ? null : Cut(mask.Apply(record.Body));
        return new($"{record.Method} {mask.Apply(record.Address)}", [.. headers], body);
    }

    private TrialMessage Response(RawAnswer answer, BodyFormat format)
    {
        var headers = answer.Headers.Values
            .Select(header => KeyValuePair.Create(header.Key, redactor.Header(header.Key, header.Value)));
        var body = AnswerBody.Parse(answer.Body, answer.Headers, format);
        return new($"HTTP {answer.Status}", [.. headers], body.Text.Length == 0 ? null : Cut(redactor.Body(body)));
    }

    private static string Cut(string text) => text.Length <= MaxBody ? text : text[..MaxBody] + More;
}
