using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Conformance;

/// <summary>Compares the requests that were sent with those of a vector.</summary>
internal sealed class RequestComparison(ExpectedTexts texts, SecretFields secret)
{
    // What the transport may add, and an `Accept` that no vector asks for.
    private static readonly string[] Free = ["User-Agent", "Content-Length", "Accept-Encoding", "Host", "Accept"];

    /// <summary>What is wrong; none = the requests are as expected.</summary>
    public IReadOnlyList<string> Differences(IReadOnlyList<JsonElement> expected, IReadOnlyList<SentRequest> sent) =>
    [
        .. expected.Count == sent.Count ? Array.Empty<string>() : [$"requests: expected {expected.Count}, but {sent.Count} were sent"],
        .. expected.Zip(sent).SelectMany((pair, i) => One($"request {i + 1}", pair.First, pair.Second)),
    ];

    private IEnumerable<string> One(string where, JsonElement expected, SentRequest sent) =>
    [
        .. texts.Differences(where + " method", expected.GetProperty("method").GetString()!, sent.Method),
        .. Url(where + " url", new Uri(expected.GetProperty("url").GetString()!), sent.Url),
        .. Headers(where + " header ", expected, sent),
        .. new BodyComparison(texts).Differences(where + " body", expected, sent),
        .. Certificate(where + " client certificate", expected, sent.Certificate),
    ];

    private IEnumerable<string> Url(string where, Uri expected, Uri sent) =>
    [
        .. texts.Differences(where + " origin", expected.GetLeftPart(UriPartial.Authority), sent.GetLeftPart(UriPartial.Authority)),
        .. texts.Differences(where + " path", Path(expected), Path(sent)),
        .. PairText.Differences(texts, where + " query", PairText.Parse(expected.Query.TrimStart('?')), PairText.Parse(sent.Query.TrimStart('?'))),
    ];

    private IEnumerable<string> Headers(string where, JsonElement expected, SentRequest sent)
    {
        var wanted = expected.TryGetProperty("headers", out var headers)
            ? headers.EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!, StringComparer.OrdinalIgnoreCase)
            : [];
        var missing = wanted.SelectMany(header =>
            texts.Differences(where + header.Key, header.Value, sent.Headers.GetValueOrDefault(header.Key)));
        var added = sent.Headers.Where(header =>
            !wanted.ContainsKey(header.Key) && !Free.Contains(header.Key, StringComparer.OrdinalIgnoreCase));
        return missing.Concat(added.Select(header => ExpectedTexts.Told(where + header.Key, null, header.Value)));
    }

    private IEnumerable<string> Certificate(string where, JsonElement expected, X509Certificate2? sent)
    {
        if (!expected.TryGetProperty("tls_client_cert", out var field) || field.GetString() is not { } text)
            return sent is null ? [] : [where + ": none was expected"];
        var pem = text.StartsWith('$') ? secret.Find(text[1..])?.Reveal() : text;
        using var wanted = X509Certificate2.CreateFromPem(pem);
        return texts.Differences(where, wanted.Thumbprint, sent?.Thumbprint);
    }

    // Segment by segment, so that an escaped slash is not taken for a plain one.
    private static string Path(Uri url) =>
        string.Join('/', url.AbsolutePath.Split('/').Select(segment =>
            Uri.UnescapeDataString(segment).Replace("/", "%2F", StringComparison.Ordinal)));
}
