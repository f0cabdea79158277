using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TokenFunctions.Client.Registration;
using TokenFunctions.Client.Tests.Homes;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Telemetry;

/// <summary>Logs of every level, figures and spans of programs in use are searched for what was planted.</summary>
public sealed class LeakTests
{
    private const string Planted = "planted";

    [Theory]
    [InlineData("""{ "place": "header", "name": "Authorization", "prefix": "Bearer ", "hosts": ["api.example.com"], "dead": [], "code_path": [] }""")]
    [InlineData("""{ "place": "header", "name": "x-token", "prefix": "", "hosts": ["api.example.com"], "dead": [], "code_path": [] }""")]
    [InlineData("""{ "place": "query", "name": "access_token", "prefix": "", "hosts": ["api.example.com"], "dead": [], "code_path": [] }""")]
    public async Task A_program_with_a_service_tells_of_no_key_and_no_token(string attach)
    {
        await using var service = await ServiceDouble.StartAsync(attach);
        var told = await ToldAsync(
            services => services.AddTokenFunctions(o =>
            {
                o.Address = service.Address;
                o.ApiKey = new SecretText("planted-api-key");
                o.FunctionKey = new SecretText("planted-function-key");
                o.Prefetch.Add(new TokenKey("orders", "main"));
            }),
            service.Address);

        Assert.NotEmpty(service.Calls.All);
        Assert.DoesNotContain(told, line => line.Contains(Planted, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_program_that_asks_providers_itself_tells_of_no_secret_and_no_token()
    {
        await using var provider = await ProviderDouble.StartAsync();
        var told = await ToldAsync(
            services => services.AddEmbeddedTokenFunctions(o =>
            {
                o.EgressAllow = provider.Allow;
                o.AddPreset(
                    "orders", "generic-oauth2-client-credentials", """{ "attach": { "hosts": ["api.example.com"] } }""");
                o.AddSecret(
                    "orders", "main", ("token_url", provider.Token.AbsoluteUri), ("client_id", "planted-id"),
                    ("client_secret", "planted-secret"));
                o.Prefetch.Add(new TokenKey("orders", "main"));
            }),
            provider.Address);

        Assert.Contains("planted-secret", provider.Calls.All[0], StringComparison.Ordinal);
        Assert.DoesNotContain(told, line => line.Contains(Planted, StringComparison.OrdinalIgnoreCase));
    }

    // Everything that the program would log, count and trace while it gets, uses and reports a token, and fails to.
    private static async Task<IReadOnlyList<string>> ToldAsync(Action<IServiceCollection> register, Uri api)
    {
        var lines = new LogLines();
        var services = new ServiceCollection();
        services.AddLogging(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(lines));
        register(services);
        services.AddHttpClient("orders").AddToken("orders", "main")
            .ConfigurePrimaryHttpMessageHandler(() => new ToDouble(api, new Counts()));
        using var root = new Activity("test").Start();
        using var spans = new Spans(root.TraceId);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<TokenClient>();
        using var heard = new Heard(client.Telemetry);

        using var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("orders");
        using var answer = await http.GetAsync(new Uri("https://api.example.com/orders"));
        var got = await client.GetAsync("orders", "main");
        await client.GetAsync(
            new TokenRequest(new TokenKey("orders", "main")) { Invalid = got.Token!.Generation }, CancellationToken.None);
        await client.GetAsync("nowhere", "none");

        Assert.NotEmpty(heard.All);
        Assert.Contains(spans.All, span => span.StartsWith("token.get", StringComparison.Ordinal));
        Assert.Contains(lines.All, line => line.Contains("Got orders/main", StringComparison.Ordinal));
        return [.. lines.All, .. heard.All, .. spans.All];
    }

    private sealed class Spans : IDisposable
    {
        private readonly ConcurrentQueue<string> told = new();
        private readonly ActivityListener listener;

        public Spans(ActivityTraceId own)
        {
            listener = new ActivityListener
            {
                // The doubles are servers in this process, and what they tell is not the client's.
                ShouldListenTo = source => source.Name != "Microsoft.AspNetCore",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = span => Add(span, own),
            };
            ActivitySource.AddActivityListener(listener);
        }

        public IReadOnlyList<string> All => [.. told];

        public void Dispose() => listener.Dispose();

        // Other tests run beside this one.
        private void Add(Activity span, ActivityTraceId own)
        {
            if (span.TraceId != own) return;
            var text = $"{span.OperationName} {span.DisplayName} {span.StatusDescription}"
                + string.Concat(span.TagObjects.Select(tag => $" {tag.Key}={tag.Value}"))
                + string.Concat(span.Events.SelectMany(e => e.Tags).Select(tag => $" {tag.Key}={tag.Value}"));
            told.Enqueue(text);
        }
    }
}
