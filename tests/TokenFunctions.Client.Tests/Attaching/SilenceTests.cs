using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TokenFunctions.Client.Attaching;
using TokenFunctions.Client.Tests.Attaching.Doubles;

namespace TokenFunctions.Client.Tests.Attaching;

/// <summary>Neither the logs of the client factory nor the framework's activities and events show a token.</summary>
public sealed class SilenceTests
{
    // No program listens there.
    private const string Nobody = "http://127.0.0.1:1";

    public static TheoryData<string, string> Places => new()
    {
        { "header", "Authorization" }, { "header", "X-Token" }, { "query", "access_token" }, { "cookie", "sid" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task The_token_is_in_nothing_that_is_told(string place, string name)
    {
        using var ear = new Eavesdropper();
        await using var api = await ApiDouble.StartAsync(request => request.Target[..2] switch
        {
            "/a" => ApiAnswer.To(302, "/b"),
            _ => request.Text.Contains("planted1", StringComparison.Ordinal) ? new(401) : new(200),
        });
        await using var services = Services(ear, api.Entry, place, name);
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient("api");

        using var response = await client.GetAsync(new Uri(api.Address, "/a"));
        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri(Nobody)));

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Contains(api.Requests, request => request.Text.Contains("planted2", StringComparison.Ordinal));
        Assert.Contains("log System.Net.Http.HttpClient.api.ClientHandler Trace", ear.Text, StringComparison.Ordinal);
        Assert.Contains("activity ", ear.Text, StringComparison.Ordinal);
        Assert.Contains("event RequestStart", ear.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", ear.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("planted", response.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("planted", $"{response.RequestMessage}", StringComparison.Ordinal);
        Assert.DoesNotContain("planted", $"{response.GetTokenOutcome()}", StringComparison.Ordinal);
    }

    private static ServiceProvider Services(Eavesdropper ear, string entry, string place, string name)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(ear));
        var source = new CountedSource { Value = generation => $"planted{generation}" };
        var options = new TokenHandlerOptions { Hosts = [entry, Nobody], Attach = new() { Place = place, Name = name } };
        services.AddHttpClient("api")
            .ConfigurePrimaryHttpMessageHandler(Clients.Sockets)
            .AddHttpMessageHandler(() => new TokenHandler(source, "realm", "key", options));
        return services.BuildServiceProvider();
    }
}
