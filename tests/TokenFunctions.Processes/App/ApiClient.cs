using System.Net;
using System.Text;

namespace TokenFunctions.Processes.App;

/// <summary>Talks to an app and keeps every answer as evidence, unless it is told that they are too many.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient http;
    private readonly bool keepsAnswers;

    public ApiClient(Uri address, bool keepsAnswers = true)
    {
        this.keepsAnswers = keepsAnswers;
        var handler = new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = int.MaxValue };
        http = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public string? AdminKey
    {
        set => http.DefaultRequestHeaders.Add("x-api-key", value);
    }

    public async Task<bool> IsUpAsync()
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/api/health/live", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public Task<ApiAnswer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<ApiAnswer> DeleteAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Delete, path));

    public Task<ApiAnswer> PostAsync(string path, string json) => SendAsync(
        new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") });

    public async Task<ApiAnswer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        using (var answer = await http.SendAsync(request))
        {
            var read = new ApiAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType);
            if (read.ApiKey is { } key) Evidence.Hide(key);
            if (keepsAnswers) Keep(request, read, answer);
            return read;
        }
    }

    /// <summary>Asks for a token, by the core or through the cache front.</summary>
    public Task<ApiAnswer> TokenAsync(string realm, string key, string more = "", bool cache = false) =>
        GetAsync($"/api/{(cache ? "cache/" : "")}token?realm={realm}&key={key}{more}");

    /// <summary>Makes a realm and a secret; fails the test when the app refuses.</summary>
    public async Task SetUpAsync(string realm, string config, string key, string secret)
    {
        var first = await PostAsync("/api/realm", $$"""{"id":"{{realm}}","config":{{config}}}""");
        Assert.True(first.Status is HttpStatusCode.OK or HttpStatusCode.Created, first.Body);
        var second = await PostAsync("/api/secret", $$"""{"realm":"{{realm}}","key":"{{key}}",{{secret}}}""");
        Assert.True(second.Status is HttpStatusCode.OK or HttpStatusCode.Created, second.Body);
    }

    public void Dispose() => http.Dispose();

    private static void Keep(HttpRequestMessage request, ApiAnswer read, HttpResponseMessage answer)
    {
        if (read.TokenText is { } token) Evidence.SawToken(token);
        else Evidence.Keep(request.RequestUri!.ToString(), read.ApiKey is { } key ? read.Body.Replace(key, "", StringComparison.Ordinal) : read.Body);
        Evidence.Keep("headers", answer.Headers.ToString());
    }
}
