using System.Net;
using TokenFunctions.App.Tests.Functions.Host;
using TokenFunctions.App.Tests.Functions.Wire;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Functions;

/// <summary>Ends of the process, and what the host does about them.</summary>
public sealed class HostCrashTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task On_a_port_that_is_taken_it_ends_with_a_fault_and_says_so()
    {
        var settings = HostedApp.Settings(folder, Evidence.Plant("admin")) with { Port = HostAddress.Port };
        await using var handler = HandlerProcess.Launch(settings);
        await handler.WaitForExitAsync();

        Assert.Equal(1, handler.ExitCode);
        Assert.Contains("address already in use", handler.Output, StringComparison.Ordinal);
        Assert.Contains("FUNCTIONS_CUSTOMHANDLER_PORT", handler.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TokenFunctions__Storage", "sqlite:/proc/no/such/folder.db")]
    [InlineData("TokenFunctions__Storage", "nonsense")]
    [InlineData("TokenFunctions__AdminKey", "short")]
    [InlineData("TokenFunctions__AdminKey", null)]
    [InlineData("TokenFunctions__SealingKey", "AAAA")]
    [InlineData("TokenFunctions__NoSuchSetting", "1")]
    [InlineData("Logging__LogLevel__Default", "Loud")]
    public async Task With_settings_that_cannot_be_it_never_ends_with_0(string name, string? value)
    {
        await using var handler = HandlerProcess.Launch(HostedApp.Settings(folder, Evidence.Plant("admin")).With((name, value)));
        await handler.WaitForExitAsync();

        Assert.False(handler.ExitCode is 0 or 200, $"{handler.ExitCode}");
    }

    [Fact]
    public async Task Ended_by_anybody_but_the_host_it_asks_to_be_started_again()
    {
        await using var app = await HostedApp.StartAsync(folder);
        var first = app.Host.Handler;
        await first.InterruptAsync();

        Assert.Equal(200, first.ExitCode);
        Assert.True(await app.Host.RestartAsync(first));
        Assert.Equal(0, app.Host.Faults);
        Assert.Equal(HttpStatusCode.OK, (await app.SendAsync(ClientRequest.Get("/api/health"))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&flush=true")]
    public async Task A_GET_that_is_sent_ten_times_causes_one_call(string more)
    {
        await using var provider = await GatedProvider.StartAsync();
        await using var app = await HostedApp.StartAsync(folder);
        await app.SetUpAsync(provider, "independent", "first");
        provider.Hold();
        var request = app.Authorized(ClientRequest.Get($"/api/token?realm=gated&key=first{more}"));
        using var http = new HttpClient();

        for (var lost = 0; lost < 9; lost++)
        {
            using var cut = new CancellationTokenSource();
            using var sent = Proxying.Shape(request, app.Host.HandlerAddress);
            var asking = http.SendAsync(sent, cut.Token);
            await Eventually.HoldsAsync(() => provider.Calls == 1, "The provider is asked");
            await cut.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        }

        var last = app.SendAsync(ClientRequest.Get($"/api/token?realm=gated&key=first{more}"));
        provider.Release();

        Assert.Equal(HttpStatusCode.OK, (await last).Status);
        Assert.Equal(1, provider.Calls);
    }

    [Fact]
    public async Task A_kill_in_the_middle_is_served_by_the_next_process_and_neighbours_cost_no_call()
    {
        await using var provider = await GatedProvider.StartAsync();
        await using var app = await HostedApp.StartAsync(folder);
        await app.SetUpAsync(provider, "independent", "first", "second", "third");
        var tokens = new[] { (await app.TokenAsync("second")).Api.Token, (await app.TokenAsync("third")).Api.Token };
        provider.Hold();
        var held = app.TokenAsync("first");
        await Eventually.HoldsAsync(() => provider.Calls == 3, "The provider is asked");
        await app.Host.Handler.KillAsync();
        provider.Release();
        var neighbours = await Task.WhenAll(app.TokenAsync("second"), app.TokenAsync("third"));

        Assert.Equal(HttpStatusCode.OK, (await held).Status);
        Assert.Equal(tokens, neighbours.Select(n => n.Api.Token));
        // The call that was cut off, and the one after its lease.
        Assert.Equal((4, 1), (provider.Calls, app.Host.Faults));
    }

    [Theory]
    [InlineData(KillMoment.Starting)]
    [InlineData(KillMoment.Idle)]
    [InlineData(KillMoment.InTick)]
    [InlineData(KillMoment.InWrites)]
    public async Task Killed_at_any_moment_it_works_again(KillMoment moment)
    {
        await using var provider = await GatedProvider.StartAsync();
        // Due after a few seconds.
        provider.LifeSeconds = 8;
        await using var app = await HostedApp.StartAsync(folder);
        await app.SetUpAsync(provider, "independent", "first");
        var before = (await app.TokenAsync("first")).Api.Generation;

        await KillAsync(app, provider, moment);

        Assert.Equal("ok", (await app.SendAsync(ClientRequest.Get("/api/health"))).Api.Text("status"));
        Assert.True((await app.TokenAsync("first")).Api.Generation >= before);
        await Eventually.HoldsAsync(async () => (await app.Host.TickAsync()).Outcome == TickOutcome.Succeeded, "A tick succeeds");
        Assert.Equal(HttpStatusCode.OK, (await app.SendAsync(ClientRequest.Get("/api/secret?realm=gated"))).Status);
    }

    private static async Task KillAsync(HostedApp app, GatedProvider provider, KillMoment moment)
    {
        var (handler, disturbed) = (app.Host.Handler, Task.CompletedTask);
        if (moment == KillMoment.Starting)
        {
            await handler.KillAsync();
            await app.Host.KillNextAsync(handler);
            handler = app.Host.Handler;
        }
        else if (moment == KillMoment.InTick)
        {
            provider.Hold();
            await Eventually.HoldsAsync(
                () =>
                {
                    if (disturbed.IsCompleted) disturbed = app.Host.TickAsync();
                    return provider.Calls == 2;
                },
                "The sweep asks the provider");
        }
        else if (moment == KillMoment.InWrites)
        {
            disturbed = Task.WhenAll(Enumerable.Range(0, 40).Select(i => app.SendAsync(
                ClientRequest.Post("/api/secret", $$"""{"realm":"gated","key":"key-{{i}}","key_1":"{{Evidence.Plant("secret")}}"}"""))));
            await Eventually.HoldsAsync(async () => (await app.TokenAsync("first")).Status == HttpStatusCode.OK, "It is busy");
        }

        if (!handler.HasExited) await handler.KillAsync();
        provider.Release();
        // What was under way is lost, or answered by the next process.
        await disturbed.ContinueWith(_ => { }, TaskScheduler.Default);
        Assert.True(await app.Host.RestartAsync(handler));
    }
}
