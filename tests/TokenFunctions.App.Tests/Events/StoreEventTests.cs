using System.Net;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Events;

/// <summary>What the app tells, as the Functions host starts it, while its storage is away.</summary>
[Collection("single apps")]
[Against("Azurite")]
public sealed class StoreEventTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [NodeFact]
    public async Task An_outage_is_told_once_with_what_it_keeps_from_being_done_and_its_end_once()
    {
        var (azurite, admin, port) = (new AzuriteServer(), Evidence.Plant("admin"), FreePort.Next());
        await azurite.InitializeAsync();
        try
        {
            await using var app = await AppProcess.StartAsync(new AppSettings(folder.Path) { Port = port }.With(
                ("FUNCTIONS_CUSTOMHANDLER_PORT", $"{port}"), ("TokenFunctions__AdminKey", admin), ("TokenFunctions__Storage", azurite.ConnectionString)));
            app.Api.AdminKey = admin;
            Assert.Equal(HttpStatusCode.OK, (await app.Api.PostAsync("/PreRefresh", "{}")).Status);
            Assert.Equal("functions_timer", (await EventLine.OneAsync(app, "started")).Text("scheduling"));
            await EventLine.OneAsync(app, "sweep_done");

            await azurite.StopAsync();
            Assert.Equal(HttpStatusCode.InternalServerError, (await app.Api.PostAsync("/PreRefresh", "{}")).Status);
            for (var n = 0; n < 3; n++) Assert.Equal("store_unavailable", (await app.Api.GetAsync("/api/realm")).Code);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.Api.DeleteAsync("/api/realm/none")).Status);
            await azurite.StartAsync();
            await Eventually.HoldsAsync(async () => (await app.Api.GetAsync("/api/realm")).Status == HttpStatusCode.OK, "The store is back");

            await EventLine.OneAsync(app, "sweep_failed");
            Assert.Equal("error", (await EventLine.OneAsync(app, "store_unavailable")).Text("level"));
            Assert.NotNull((await EventLine.OneAsync(app, "store_restored")).Text("calls"));
            Assert.Equal("store_unavailable", (await EventLine.OneAsync(app, "request_trouble")).Code);
            Assert.Equal("realm.remove", (await EventLine.OneAsync(app, "audit_refused")).Text("action"));
        }
        finally
        {
            await azurite.DisposeAsync();
        }
    }
}
