using System.Text;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Trials;

/// <summary>One exchange as it was; it holds secrets and is never shown.</summary>
/// <param name="Step">The step's id; <c>main</c> for the main one.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Address">The address.</param>
/// <param name="Headers">The headers of the request.</param>
/// <param name="Body">The body of the request; null = there was none.</param>
/// <param name="Answer">The answer; null = no whole one came.</param>
/// <param name="Format">How the realm reads the answer.</param>
internal sealed record ExchangeRecord(
    string Step, string Method, Uri Address, IReadOnlyList<KeyValuePair<string, string>> Headers, string? Body,
    RawAnswer? Answer, BodyFormat Format)
{
    /// <summary>Notes a request that was sent.</summary>
    public static async Task<ExchangeRecord> OfAsync(
        string step, HttpRequestMessage sent, RawAnswer? answer, BodyFormat format)
    {
        var headers = sent.Headers.NonValidated.Concat(sent.Content?.Headers.NonValidated ?? default)
            .Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()));
        // Bodies are made as UTF-8; a realm may set any `charset`, and text read by another one hides what is in it.
        var body = sent.Content is null ? null : Encoding.UTF8.GetString(await sent.Content.ReadAsByteArrayAsync());
        return new(step, sent.Method.Method, sent.RequestUri!, [.. headers], body, answer, format);
    }

    /// <summary>The step's id only.</summary>
    public override string ToString() => Step;
}
