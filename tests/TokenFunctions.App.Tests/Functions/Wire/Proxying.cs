namespace TokenFunctions.App.Tests.Functions.Wire;

/// <summary>The request that a host makes of a client's, where it is a proxy.</summary>
internal static class Proxying
{
    private static readonly HashSet<string> Dropped = new(["Connection", "TE", "Host"], StringComparer.OrdinalIgnoreCase);

    public static HttpRequestMessage Shape(ClientRequest client, Uri handler)
    {
        var path = client.Path.Replace("%2F", "%252F", StringComparison.OrdinalIgnoreCase);
        var address = new Uri(handler, "/").GetLeftPart(UriPartial.Authority) + path + client.Query;
        var asItIs = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var request = new HttpRequestMessage(new HttpMethod(client.Method), new Uri(address, asItIs));
        if (client.Body is { } body)
        {
            request.Content = client.IsChunked ? new StreamContent(new OneWayStream(body)) : new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", client.ContentType);
            request.Headers.TransferEncodingChunked = client.IsChunked ? true : null;
        }

        foreach (var (name, value) in client.Headers.Where(h => !Dropped.Contains(h.Name)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        var invocation = $"{Guid.NewGuid()}";
        Set(request, "X-Azure-Functions-HostVersion", Forwarding.HostVersion);
        Set(request, "X-Azure-Functions-InvocationId", invocation);
        Set(request, "x-ms-invocation-id", invocation);
        Set(request, "X-Forwarded-For", "127.0.0.1");
        Set(request, "X-Forwarded-Host", client.Header("Host") ?? ClientRequest.PublicHost);
        Set(request, "X-Forwarded-Proto", "http");
        return request;
    }

    private static void Set(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }
}
