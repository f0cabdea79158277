using TokenFunctions.Realms;

namespace TokenFunctions.Client.Attaching.Answers;

/// <summary>Tells the answers that refuse a request for its token.</summary>
internal static class Refusals
{
    /// <summary>Whether this one does.</summary>
    /// <param name="response">The answer; its body may be looked at, and can still be read from its beginning.</param>
    /// <param name="dead">Which answers do.</param>
    /// <param name="limit">The most bytes of the body to look at.</param>
    /// <param name="wire">The way to wait.</param>
    /// <param name="cancellation">The caller's leaving.</param>
    public static async ValueTask<bool> IsOneAsync(
        HttpResponseMessage response, DeadAnswers dead, int limit, Wire wire, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        if (dead.IsDead(status)) return true;
        if (!dead.NeedsCode(status)) return false;
        var body = await BodyPeek.ReadAsync(response, limit, dead, wire, cancellation);
        return dead.IsDead(status, HeadersOf(response), body);
    }

    private static List<KeyValuePair<string, string>> HeadersOf(HttpResponseMessage response) =>
    [
        .. from header in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
           from value in header.Value
           select KeyValuePair.Create(header.Key, value),
    ];
}
