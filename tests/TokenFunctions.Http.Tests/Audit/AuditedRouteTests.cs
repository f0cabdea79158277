using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.Audit;

/// <summary>Each change leaves exactly its entry, and what changes nothing leaves none.</summary>
public sealed class AuditedRouteTests : IAsyncLifetime
{
    private static readonly string[] Tables = ["realms", "secrets", "tokens", "vault", "inputs", "callers"];
    private TestApp app = null!;

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, AuditedRoutes.All.Count)];

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync(RealmCompiler.Compile);
        await app.PostAsync("/api/realm", $$"""{"id":"r","config":{{AuditedRoutes.Config}}}""");
        Assert.Equal(200, (await app.PostAsync("/api/secret", """{"realm":"r","key":"k","key_1":"x"}""")).Status);
        var key = CallerKey.Of(ApiKey.Create("c"), Samples.Noon, null) with { Id = "first" };
        await app.Parts.Callers.SaveAsync(new Caller("c") { Keys = [key] }, _ => true, CancellationToken.None);
        app.Parts.Provider.Next("""{"t":"token","e":60}""");
        foreach (var source in new[] { app.Parts.Core, app.Parts.Front })
        {
            source.Answer = request => TokenResult.Of(Samples.Token(request.Key));
            source.Forces = ForceCauses.Flush;
        }
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public void Every_route_has_a_row() => Assert.Equal(
        RouteTable.All.Select(route => $"{route.Method} {route.Template}").Order(StringComparer.Ordinal),
        AuditedRoutes.All.Select(row => row.Route).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_request_leaves_its_entries_and_no_other(int row)
    {
        var route = AuditedRoutes.All[row];
        var (known, stored) = (await EntriesAsync(), await StoredAsync());

        var reply = await app.SendAsync(route.Request());

        Assert.True(reply.Status is 200 or 201 or 202 or 204, $"{route.Route}: {reply.Status} {reply.Body}");
        var entries = (await EntriesAsync()).Except(known).ToList();
        // Entries of one instant have no order.
        Assert.Equal(route.Entries.Order(), entries.Select(e => $"{e.Deed.Action} {e.Deed.Realm} {e.Deed.Key ?? "-"} {e.Result}").Order());
        Assert.All(entries, e => Assert.Equal(("admin key", "127.0.0.1", Samples.Noon, 1), (e.Who, e.From, e.At, e.Count)));
        if (route.Entries.Length == 0) Assert.Equal(stored, await StoredAsync());
    }

    private async Task<IReadOnlyList<AuditEntry>> EntriesAsync() =>
        [.. (await app.Parts.Tables.RowsAsync(AuditStore.TableName)).Select(AuditRow.Read)];

    private async Task<string[]> StoredAsync() => [.. (await Task.WhenAll(Tables.Select(app.Parts.Tables.ListAsync))).SelectMany(rows => rows)];
}
