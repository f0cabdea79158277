using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Providers;
using TokenFunctions.Processes.Stores;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Processes.Scenarios;

/// <summary>The holder of the lease stands still past its end and then goes on, at a provider whose new token ends the
/// old one.</summary>
internal static class FrozenHolder
{
    /// <summary>Frozen before its call, at each point between lease and call: it sends nothing when it goes on.</summary>
    public static async Task<Figures> BeforeSendingAsync(AppSettings settings, AzuriteServer azurite)
    {
        await using var provider = await GatedProvider.StartAsync();
        await using var proxy = new StoreProxy(azurite.Port);
        await using var holder = await StartAsync(settings.With(("TokenFunctions__Storage", AzuriteServer.ConnectionStringBy(proxy.Port))), provider);
        await using var other = await AppProcess.StartAsync(settings.With(("TokenFunctions__Storage", azurite.ConnectionString)));
        await other.Api.TokenAsync("frozen", "first");
        foreach (var point in Enum.GetValues<HoldPoint>()) await FreezeAtAsync(point, provider, proxy.Gate, holder, other);
        return Figures.Of("holder frozen before its call", ("points", Enum.GetValues<HoldPoint>().Length), ("calls", provider.Calls));
    }

    /// <summary>Frozen during its call: its result is fenced off, and since its call may have ended the token that the
    /// other got meanwhile, that is renewed, so that the stored token is the living one.</summary>
    public static async Task<Figures> AfterSendingAsync(AppSettings settings)
    {
        await using var provider = await GatedProvider.StartAsync();
        await using var holder = await StartAsync(settings, provider);
        await using var other = await AppProcess.StartAsync(settings);
        var old = await holder.Api.TokenAsync("frozen", "first");
        provider.Hold();
        var asking = holder.Api.TokenAsync("frozen", "first", "&flush=true");
        await Eventually.HoldsAsync(() => provider.Calls == 2, "The provider is asked");

        await holder.FreezeAsync();
        provider.HoldNoMore();
        await RenewedAsync(other, old.Generation + 1);
        Assert.Equal(3, provider.Calls);
        // The answer to the frozen call comes only now: for all anybody knows its token has ended the other's.
        provider.ReleaseHeld();
        await holder.ContinueAsync();

        await RenewedAsync(other, old.Generation + 2);
        Assert.Equal(4, provider.Calls);
        Assert.True((await asking).Generation > old.Generation);
        Assert.StartsWith("gated-token-4-", (await other.Api.TokenAsync("frozen", "first")).Token, StringComparison.Ordinal);
        return Figures.Of("holder frozen during its call", ("calls", provider.Calls), ("generations", 3));
    }

    private static async Task FreezeAtAsync(HoldPoint point, GatedProvider provider, HoldGate gate, AppProcess holder, AppProcess other)
    {
        var (old, calls) = (await other.Api.TokenAsync("frozen", "first"), provider.Calls);
        gate.Arm(point);
        var asking = holder.Api.TokenAsync("frozen", "first", "&flush=true");
        await Eventually.HoldsAsync(() => gate.Held.IsCompleted, $"The holder is at {point}");
        await holder.FreezeAsync();

        var renewed = await other.Api.TokenAsync("frozen", "first", "&flush=true");
        gate.Release();
        await holder.ContinueAsync();
        var late = await asking;

        Assert.Equal((point, old.Generation + 1, renewed.Token), (point, renewed.Generation, late.Token));
        Assert.Equal((point, renewed.Token), (point, (await other.Api.TokenAsync("frozen", "first")).Token));
        Assert.Equal((point, calls + 1), (point, provider.Calls));
    }

    private static Task RenewedAsync(AppProcess app, long generation) => Eventually.HoldsAsync(
        async () => (await app.Api.TokenAsync("frozen", "first")).Generation == generation, $"Generation {generation}");

    private static async Task<AppProcess> StartAsync(AppSettings settings, GatedProvider provider)
    {
        var app = await AppProcess.StartAsync(settings);
        await app.Api.SetUpAsync("frozen", RealmConfigs.Gated(provider.Address, "replaces"), "first", $"\"key_1\":\"{Evidence.Plant("secret")}\"");
        return app;
    }
}
