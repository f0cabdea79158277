using System.Diagnostics;
using TokenFunctions.App.Tests.Fronts;
using TokenFunctions.App.Tests.Otlp;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>What processes send by the OpenTelemetry Protocol, as a receiver gets it.</summary>
[Collection("single apps")]
public sealed class OtlpTests : IDisposable
{
    private const string Limited = """ "timeout_ms":20000,"limits":[{"max":100,"per_sec":3600,"per":"realm"}] """;
    private readonly TempFolder folder = new();
    private readonly string key = Convert.ToBase64String(SealingKey.NewBytes());

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task One_request_is_one_trace_from_its_asker_through_front_and_core_to_the_provider()
    {
        await using var sink = await OtlpSink.StartAsync();
        await using var provider = await GatedProvider.StartAsync();
        await using var core = await StartAsync("core", sink.Address);
        await SetUpAsync(core, provider);
        using var frontFolder = new TempFolder();
        await using var front = await AppProcess.StartAsync(OtlpSink.Told(FrontScene.SettingsOf(frontFolder.Path, core.Address), "front", sink.Address));
        using var asker = new Activity("asker").SetIdFormat(ActivityIdFormat.W3C).Start();
        asker.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        asker.AddBaggage("planted", Evidence.Plant("baggage"));
        Evidence.SawToken((await front.Api.TokenAsync("gated", "main", "&min_ttl=1", cache: true)).Token);
        asker.Stop();
        await front.InterruptAsync();
        await core.InterruptAsync();

        var spans = sink.Spans.Where(span => span.Trace == asker.TraceId.ToHexString()).ToList();
        var asked = Assert.Single(spans, span => span is { Kind: 2, Service: "front" });
        Assert.Equal("GET /api/cache/token", asked.Name);
        Assert.Equal(("/api/cache/token", "GET", "200"), (asked.Tags["http.route"], asked.Tags["http.request.method"], asked.Tags["http.response.status_code"]));
        var atFront = Assert.Single(spans, span => span.Name == "front");
        var passedOn = Assert.Single(spans, span => span is { Kind: 2, Service: "core" });
        var atCore = Assert.Single(spans, span => span.Name == "core");
        var renewal = Assert.Single(spans, span => span.Name == "renewal");
        var call = Assert.Single(spans, span => span.Name == "provider");
        Assert.Equal("GET /api/token", passedOn.Name);
        Assert.Equal((asked.Id, atFront.Id, passedOn.Id, atCore.Id, renewal.Id), (atFront.Parent, passedOn.Parent, atCore.Parent, renewal.Parent, call.Parent));
        Assert.Equal(("127.0.0.1", "200", 3ul), (call.Tags["server.address"], call.Tags["http.response.status_code"], call.Kind));
        Assert.Contains(spans, span => span.Name == "store" && span.Parent == renewal.Id && span.Tags["db.collection.name"] == "tokens");
        Assert.All(new[] { atCore, renewal, call }, span => Assert.Equal("core", span.Service));
        // Calls out have the spans of this service and no others.
        Assert.Equal(["Microsoft.AspNetCore", "TokenFunctions"], sink.Spans.Select(span => span.Scope).Distinct().Order(StringComparer.Ordinal));
        Assert.True(sink.HasLogs);
        AssertClean(sink);
    }

    [Fact]
    public async Task Every_metric_and_span_of_the_document_is_received_and_nothing_confidential_is()
    {
        await using var sink = await OtlpSink.StartAsync();
        await using var provider = await GatedProvider.StartAsync();
        await using (var one = await StartAsync("one", sink.Address))
        await using (var other = await StartAsync("other", sink.Address))
        {
            await SetUpAsync(one, provider);
            provider.Hold();
            var first = one.Api.TokenAsync("gated", "main");
            await Eventually.HoldsAsync(() => provider.Calls == 1, "One asks the provider");
            var second = other.Api.TokenAsync("gated", "main", cache: true);
            await Task.Delay(500);
            provider.Release();
            Assert.Equal((await first).Token, (await second).Token);
            await Eventually.HoldsAsync(() => sink.Metrics.Contains("tokenfunctions.sweep.duration s"), "A sweep is told");
            await one.InterruptAsync();
            await other.InterruptAsync();
        }

        var lost = new AppSettings(folder.Path).With(("TokenFunctions__SealingKey", Convert.ToBase64String(SealingKey.NewBytes())));
        await using (var app = await AppProcess.StartAsync(OtlpSink.Told(lost, "lost", sink.Address)))
        {
            Assert.Equal("sealing_key_unknown", (await app.Api.TokenAsync("gated", "main")).Code);
            await app.InterruptAsync();
        }

        Assert.Empty(MetricsDocument.Metrics.Except(sink.Metrics, StringComparer.Ordinal));
        Assert.True(MetricsDocument.Metrics.Count > 15);
        var own = sink.Spans.Where(span => span.Scope == "TokenFunctions").Select(span => span.Name).Distinct(StringComparer.Ordinal);
        Assert.Equal(MetricsDocument.Spans.Order(StringComparer.Ordinal), own.Order(StringComparer.Ordinal));
        AssertClean(sink);
    }

    [Fact]
    public async Task A_receiver_that_takes_and_never_answers_slows_no_request_and_keeps_no_process_from_ending()
    {
        await using var hanging = await LoopbackServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var provider = await GatedProvider.StartAsync();
        await using var app = await StartAsync("app", hanging.Address);
        await SetUpAsync(app, provider);
        for (var n = 0; n < 200; n++) Assert.NotEmpty((await app.Api.TokenAsync("gated", "main", cache: true)).Token);

        await app.InterruptAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, app.ExitCode);
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_hurts_nobody()
    {
        await using var provider = await GatedProvider.StartAsync();
        await using var app = await StartAsync("app", new Uri($"http://127.0.0.1:{FreePort.Next()}"));
        await SetUpAsync(app, provider);
        Assert.NotEmpty((await app.Api.TokenAsync("gated", "main")).Token);

        await app.InterruptAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, app.ExitCode);
    }

    private Task<AppProcess> StartAsync(string service, Uri sink)
    {
        Evidence.Hide(key);
        var settings = new AppSettings(folder.Path).With(("TokenFunctions__SealingKey", key), ("TokenFunctions__Times__SweepIntervalMs", "1000"));
        return AppProcess.StartAsync(OtlpSink.Told(settings, service, sink));
    }

    private static Task SetUpAsync(AppProcess app, GatedProvider provider) => app.Api.SetUpAsync(
        "gated", RealmConfigs.Plain($"{provider.Address}/token", Limited), "main", $""" "key_1":"{Evidence.Plant("secret")}" """);

    private static void AssertClean(OtlpSink sink)
    {
        var text = sink.Text;
        Assert.True(text.Length > 1000 && Evidence.Forbidden.Count > 2);
        Assert.DoesNotContain(Evidence.Forbidden.SelectMany(Forms.Of), form => text.Contains(form, StringComparison.Ordinal));
    }
}
