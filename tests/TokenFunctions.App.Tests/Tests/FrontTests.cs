using System.Diagnostics;
using System.Net;
using System.Text.Json;
using TokenFunctions.App.Tests.Fronts;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;
using static TokenFunctions.App.Tests.Fronts.FrontScene;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>A front apart from its core, as two processes.</summary>
[Collection("apps")]
public sealed class FrontTests
{
    [Fact]
    public async Task Ten_thousand_reads_cost_the_core_its_renewals_and_the_checks_and_nothing_more()
    {
        const int Readers = 50, Reads = 10_000;
        await using var scene = await FrontScene.StartAsync();
        await using var relay = await CoreRelay.StartAsync(scene.Core.Address);
        await using var front = await AppProcess.StartAsync(scene.FrontSettings(relay.Address).ForLoad());
        var begun = Stopwatch.GetTimestamp();

        await ReadAsync(Reads / 2);
        Assert.Equal("upstream", (await scene.AskCoreAsync("&flush=true")).Source);
        await ReadAsync(Reads / 2);

        // At the soonest after three quarters of the time for which an answer may be kept.
        var checks = (int)(Stopwatch.GetElapsedTime(begun) / (RevalidateAfter * 0.75)) + 1;
        Assert.InRange(scene.Provider.Calls, 2, 2);
        Assert.InRange(relay.Calls, 1, scene.Provider.Calls + checks);
        Assert.InRange(relay.Calls - relay.Unchanged, 1, scene.Provider.Calls);

        async Task ReadAsync(int reads) => await Task.WhenAll(Enumerable.Range(0, Readers).Select(async _ =>
        {
            for (var i = 0; i < reads / Readers; i++) Assert.Equal(HttpStatusCode.OK, (await AskAsync(front)).Status);
        }));
    }

    [Theory]
    [InlineData("flush=true")]
    [InlineData("invalid")]
    public async Task A_generation_that_is_withdrawn_at_the_core_is_gone_from_the_front_in_time(string how)
    {
        await using var scene = await FrontScene.StartAsync();
        await using var front = await scene.StartFrontAsync(scene.Core.Address);
        var old = await AskAsync(front);
        var demand = how == "invalid" ? FormattableString.Invariant($"&invalid={old.Generation}") : $"&{how}";
        var newer = await scene.AskCoreAsync(demand);
        Assert.True(newer.Generation > old.Generation);

        // One that could not be checked says that it is stale.
        await Task.Delay(RevalidateAfter + TimeSpan.FromMilliseconds(50));
        var answer = await AskAsync(front);
        if (answer.Text("stale") is null) Assert.Equal((newer.Generation, newer.Token), (answer.Generation, answer.Token));
        await Eventually.HoldsAsync(async () => (await AskAsync(front)).Token == newer.Token, "The newer one is there");
    }

    [Fact]
    public async Task While_the_core_is_away_no_caller_of_a_living_token_fails_and_then_all_is_as_before()
    {
        await using var scene = await FrontScene.StartAsync();
        await using var front = await scene.StartFrontAsync(scene.Core.Address);
        var token = (await AskAsync(front)).Token;
        await scene.Core.KillAsync();

        // Several times as long as an answer may be kept.
        var stale = 0;
        for (var i = 0; i < 200; i++)
        {
            var answer = await AskAsync(front);
            Assert.Equal((HttpStatusCode.OK, token), (answer.Status, answer.Token));
            if (answer.Text("stale") is not null) stale++;
            await Task.Delay(25);
        }

        Assert.True(stale > 0, "None was told to be stale.");
        var unknown = await front.Api.TokenAsync("gated", "other", cache: true);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "core_unavailable"), (unknown.Status, unknown.Code));
        Assert.Equal(HttpStatusCode.OK, (await front.Api.GetAsync("/api/health/ready")).Status);

        await scene.RestartCoreAsync();
        var newer = await scene.AskCoreAsync("&flush=true");
        await Eventually.HoldsAsync(
            async () => await AskAsync(front) is { } answer && answer.TokenText == newer.Token && answer.Text("stale") is null,
            "The front follows the core again", TimeSpan.FromSeconds(60));
        Assert.Contains("The core cannot be asked", front.Output, StringComparison.Ordinal);
        Assert.Contains("The core serves this front again", front.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_front_that_is_killed_and_started_again_has_its_callers_and_asks_the_core_once()
    {
        await using var scene = await FrontScene.StartAsync();
        await using var relay = await CoreRelay.StartAsync(scene.Core.Address);
        string key, token;
        await using (var front = await scene.StartFrontAsync(relay.Address))
        {
            var made = await front.Api.PostAsync("/api/caller", """{"id":"billing","allow":[{"realm":"gated","key":"*","verbs":["read"]}]}""");
            (key, token) = (made.ApiKey!, (await AskAsync(front)).Token);
            await front.KillAsync();
        }

        // Whoever comes without a key of this front is let in on loopback; the key's own rights are what is looked at.
        await using var again = await scene.StartFrontAsync(relay.Address);
        again.Api.AdminKey = key;
        var answer = await AskAsync(again);
        Assert.Equal((token, "database"), (answer.Token, answer.Source));
        Assert.Equal("forbidden", (await again.Api.TokenAsync("other", "first", cache: true)).Code);
        Assert.Equal((2, 1), (relay.Calls, scene.Provider.Calls));
    }

    [Fact]
    public async Task A_front_whose_key_the_core_has_removed_hands_out_nothing_and_says_whose_fault_it_is()
    {
        await using var scene = await FrontScene.StartAsync();
        await using var front = await scene.StartFrontAsync(scene.Core.Address);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(front)).Status);

        Assert.Equal(HttpStatusCode.NoContent, (await scene.Core.Api.DeleteAsync("/api/caller/front")).Status);

        await Eventually.HoldsAsync(async () => (await AskAsync(front)).Status != HttpStatusCode.OK, "The front hands out nothing");
        var refused = await AskAsync(front);
        Assert.Equal((HttpStatusCode.BadGateway, "core_refused"), (refused.Status, refused.Code));
        Assert.Contains("(unauthorized)", refused.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_callers_at_the_front_of_a_dead_token_are_one_call_to_the_core()
    {
        await using var scene = await FrontScene.StartAsync();
        await using var relay = await CoreRelay.StartAsync(scene.Core.Address);
        await using var front = await AppProcess.StartAsync(scene.FrontSettings(relay.Address).ForLoad());
        // With less than 2 s left it is dead.
        scene.Provider.LifeSeconds = 3;
        var dead = await AskAsync(front);
        await Task.Delay(1200);
        scene.Provider.LifeSeconds = 7200;

        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => AskAsync(front)));

        Assert.Equal([dead.Generation + 1], answers.Select(answer => answer.Generation).Distinct());
        Assert.Equal((2, 2), (relay.Calls, scene.Provider.Calls));
    }

    [Fact]
    public async Task Over_TLS_the_core_is_asked_when_its_certificate_is_trusted_and_not_before()
    {
        var port = FreePort.Next();
        using var certificate = ThrowAwayCertificate.Create();
        using var folder = new TempFolder();
        await ThrowAwayCertificate.SavePemAsync(certificate, folder.File("core.pem"), folder.File("core.key"));
        await using var scene = await FrontScene.StartAsync();
        await scene.RestartCoreAsync(
            ("ASPNETCORE_URLS", FormattableString.Invariant($"{scene.Core.Address};https://127.0.0.1:{port}")),
            ("Kestrel__Certificates__Default__Path", folder.File("core.pem")), ("Kestrel__Certificates__Default__KeyPath", folder.File("core.key")));
        var core = new Uri(FormattableString.Invariant($"https://127.0.0.1:{port}"));

        await using (var stranger = await scene.StartFrontAsync(core))
        {
            var refused = await AskAsync(stranger);
            Assert.Equal("core_unavailable", refused.Code);
            Assert.Contains("certificate", refused.Text("detail"), StringComparison.Ordinal);
        }

        // OpenSSL's own variable.
        await using var front = await scene.StartFrontAsync(core, ("SSL_CERT_FILE", folder.File("core.pem")));
        Assert.Equal("upstream", (await AskAsync(front)).Source);
        Assert.Equal("cache", (await AskAsync(front)).Source);
    }

    [Fact]
    public async Task Under_the_Functions_host_a_tick_prunes_the_audit_and_the_cores_routes_say_so()
    {
        await using var scene = await FrontScene.StartAsync();
        var port = FreePort.Next();
        var settings = scene.FrontSettings(scene.Core.Address).With(
            ("FUNCTIONS_CUSTOMHANDLER_PORT", FormattableString.Invariant($"{port}")), ("TokenFunctions__TrustFunctionKeys", "true"),
            ("TokenFunctions__Storage", "memory"));
        await using var front = await AppProcess.StartAsync(settings with { Port = port });

        var tick = await front.Api.PostAsync("/PreRefresh", """{"Data":{"timer":{"IsPastDue":false}},"Metadata":{}}""");
        Assert.Equal((HttpStatusCode.OK, "application/json", JsonValueKind.Object), (tick.Status, tick.MediaType, tick.Json.ValueKind));
        Assert.Equal(0, tick.Json.GetProperty("ReturnValue").GetProperty("pruned").GetInt32());
        var elsewhere = await front.Api.GetAsync("/api/realm");
        Assert.Equal((HttpStatusCode.NotFound, "core_only"), (elsewhere.Status, elsewhere.Code));
        Assert.Equal("upstream", (await AskAsync(front)).Source);
    }

    [Fact]
    public async Task A_demo_cannot_be_a_front()
    {
        await using var scene = await FrontScene.StartAsync();
        await using var app = AppProcess.Launch(scene.FrontSettings(scene.Core.Address), "--demo");
        await app.WaitForExitAsync();
        Assert.Equal(1, app.ExitCode);
        Assert.Contains("not for a front", app.Output, StringComparison.Ordinal);
    }
}
