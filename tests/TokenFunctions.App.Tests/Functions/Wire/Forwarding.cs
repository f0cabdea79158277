using Microsoft.AspNetCore.WebUtilities;

namespace TokenFunctions.App.Tests.Functions.Wire;

/// <summary>The request that a host makes of a client's, where it forwards.</summary>
internal static class Forwarding
{
    public const string HostVersion = "4.1037.0.0";

    /// <summary>The request; null = the host fails with 500, since the body has no length.</summary>
    public static HttpRequestMessage? Shape(ClientRequest client, Uri handler)
    {
        if (client is { Body: not null, IsChunked: true }) return null;
        var address = new Uri(handler, "/").GetLeftPart(UriPartial.Authority) + client.Path;
        var request = new HttpRequestMessage(new HttpMethod(client.Method), new Uri(WithQuery(address, client.Query)));
        foreach (var header in client.Headers.GroupBy(h => h.Name, h => h.Value, StringComparer.OrdinalIgnoreCase))
        {
            // Of the headers of the content only type and length survive.
            if (header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)) continue;
            request.Headers.TryAddWithoutValidation(header.Key, string.Join(", ", header));
        }

        request.Headers.Host = client.Header("Host") ?? ClientRequest.PublicHost;
        Append(request, "User-Agent", $"Azure-Functions-Host/{HostVersion}", " ");
        Append(request, "X-Azure-Functions-InvocationId", $"{Guid.NewGuid()}", ", ");
        request.Headers.TryAddWithoutValidation("X-Azure-Functions-HostVersion", HostVersion);
        if (client.Body is not { Length: > 0 } body) return request;
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", client.ContentType);
        return request;
    }

    // Parsed and built anew: what was there twice becomes one text.
    private static string WithQuery(string address, string query) => QueryHelpers.ParseQuery(query)
        .Aggregate(address, (built, pair) => QueryHelpers.AddQueryString(built, pair.Key, pair.Value.ToString()));

    private static void Append(HttpRequestMessage request, string name, string value, string separator)
    {
        var before = request.Headers.TryGetValues(name, out var values) ? string.Join(separator, values) + separator : "";
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, before + value);
    }
}
