using System.Net.Http.Headers;
using System.Text.Json;

namespace TokenFunctions.Host.Apply.Remote;

/// <summary>Talks to the service, with its keys on every request.</summary>
internal sealed class ServiceClient : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly HttpClient http;

    /// <summary>A client over <paramref name="handler"/>, which goes with it.</summary>
    public ServiceClient(ApplySettings settings, HttpMessageHandler handler)
    {
        http = new HttpClient(handler) { BaseAddress = settings.Service };
        if (settings.ApiKey is { } key) http.DefaultRequestHeaders.Add("x-api-key", key.Reveal());
        if (settings.FunctionKey is { } host) http.DefaultRequestHeaders.Add("x-functions-key", host.Reveal());
    }

    /// <summary>Connections that carry the keys to the service and nowhere else: redirects are not followed, and what
    /// is sent in plain text to this machine passes no proxy.</summary>
    public static HttpMessageHandler NewHandler(ApplySettings settings) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !settings.Service.IsLoopback,
    };

    /// <summary>Asks for <paramref name="path"/>.</summary>
    public Task<ServiceAnswer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends JSON.</summary>
    /// <param name="path">The route.</param>
    /// <param name="body">The JSON.</param>
    /// <param name="condition">What must hold for it to be taken; null = nothing.</param>
    public Task<ServiceAnswer> PostAsync(string path, ReadOnlyMemory<byte> body, Condition? condition = null)
    {
        var content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } };
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content }, condition);
    }

    /// <summary>Removes what is at <paramref name="path"/>.</summary>
    public Task<ServiceAnswer> DeleteAsync(string path, Condition? condition = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Delete, path), condition);

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<ServiceAnswer> SendAsync(HttpRequestMessage request, Condition? condition = null)
    {
        using (request)
        {
            condition?.SetOn(request.Headers);
            try
            {
                using var answer = await http.SendAsync(request);
                var body = await answer.Content.ReadAsByteArrayAsync();
                return new ServiceAnswer((int)answer.StatusCode, Parse(body), answer.ReasonPhrase ?? "");
            }
            catch (HttpRequestException e)
            {
                return new ServiceAnswer(0, default, e.Message);
            }
            catch (TaskCanceledException)
            {
                return new ServiceAnswer(0, default, "it took too long");
            }
        }
    }

    // A proxy's page or the empty answer of a host in front is an answer too, just none with JSON.
    private static JsonElement Parse(byte[] body)
    {
        try
        {
            return body.Length == 0 ? default : JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
