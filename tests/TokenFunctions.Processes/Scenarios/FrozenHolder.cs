using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Processes.Stores;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Processes.Scenarios;

/// <summary>The holder of the lease stands still past its end and then goes on, at a provider whose new token ends the
/// old one.</summary>
internal sealed class FrozenHolder
{
    // Of this run alone: the store may have been used by others, with another sealing key.
    private readonly string realm = $"frozen-{Guid.NewGuid():N}";
    private readonly GatedProvider provider;

    private FrozenHolder(GatedProvider provider) => this.provider = provider;

    /// <summary>Frozen before its call, at each point between lease and call: it sends nothing when it goes on.</summary>
    public static async Task<Figures> BeforeSendingAsync(AppSettings settings, AzuriteServer azurite)
    {
        await using var gated = await GatedProvider.StartAsync();
        await using var proxy = new StoreProxy(azurite.Port);
        var run = new FrozenHolder(gated);
        await using var holder = await run.StartAsync(settings.With(("TokenFunctions__Storage", AzuriteServer.ConnectionStringBy(proxy.Port))));
        await using var other = await AppProcess.StartAsync(settings.With(("TokenFunctions__Storage", azurite.ConnectionString)));
        await run.TokenAsync(other);
        foreach (var point in Enum.GetValues<HoldPoint>()) await run.FreezeAtAsync(point, proxy.Gate, holder, other);
        return Figures.Of("holder frozen before its call", ("points", Enum.GetValues<HoldPoint>().Length), ("calls", gated.Calls));
    }

    /// <summary>Frozen during its call: its result is fenced off, and since its call may have ended the token that the
    /// other got meanwhile, that is renewed, so that the stored token is the living one.</summary>
    public static async Task<Figures> AfterSendingAsync(AppSettings settings)
    {
        await using var gated = await GatedProvider.StartAsync();
        var run = new FrozenHolder(gated);
        await using var holder = await run.StartAsync(settings);
        await using var other = await AppProcess.StartAsync(settings);
        var old = await run.TokenAsync(holder);
        gated.Hold();
        var asking = run.TokenAsync(holder, "&flush=true");
        await Eventually.HoldsAsync(() => gated.Calls == 2, "The provider is asked");

        await holder.FreezeAsync();
        gated.HoldNoMore();
        await run.RenewedAsync(other, old.Generation + 1);
        Assert.Equal(3, gated.Calls);
        // The answer to the frozen call comes only now: for all anybody knows its token has ended the other's.
        gated.ReleaseHeld();
        await holder.ContinueAsync();

        await run.RenewedAsync(other, old.Generation + 2);
        Assert.Equal(4, gated.Calls);
        Assert.True((await asking).Generation > old.Generation);
        Assert.StartsWith("gated-token-4-", (await run.TokenAsync(other)).Token, StringComparison.Ordinal);
        return Figures.Of("holder frozen during its call", ("calls", gated.Calls), ("generations", 3));
    }

    private async Task FreezeAtAsync(HoldPoint point, HoldGate gate, AppProcess holder, AppProcess other)
    {
        var (old, calls) = (await TokenAsync(other), provider.Calls);
        gate.Arm(point);
        var asking = TokenAsync(holder, "&flush=true");
        await Eventually.HoldsAsync(() => gate.Held.IsCompleted, $"The holder is at {point}");
        await holder.FreezeAsync();

        var renewed = await TokenAsync(other, "&flush=true");
        gate.Release();
        await holder.ContinueAsync();
        var late = await asking;

        Assert.Equal((point, old.Generation + 1, renewed.Token), (point, renewed.Generation, late.Token));
        Assert.Equal((point, renewed.Token), (point, (await TokenAsync(other)).Token));
        Assert.Equal((point, calls + 1), (point, provider.Calls));
    }

    private Task<ApiAnswer> TokenAsync(AppProcess app, string more = "") => app.Api.TokenAsync(realm, "first", more);

    private Task RenewedAsync(AppProcess app, long generation) => Eventually.HoldsAsync(
        async () => (await TokenAsync(app)).Generation == generation, $"Generation {generation}");

    private async Task<AppProcess> StartAsync(AppSettings settings)
    {
        var app = await AppProcess.StartAsync(settings);
        await app.Api.SetUpAsync(realm, RealmConfigs.Gated(provider.Address, "replaces"), "first", $"\"key_1\":\"{Evidence.Plant("secret")}\"");
        return app;
    }
}
