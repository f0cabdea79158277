using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.Audit;

/// <summary>What is written down of changes that do not end well, and what never is.</summary>
public sealed class AuditTrailTests : IAsyncLifetime
{
    private const string Secret = """{"realm":"r","key":"k","key_1":"v"}""";
    private const string Marker = "value-marker-8c1f";
    private TestApp app = null!;

    private FlakyTables Tables => app.Parts.Tables;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync(RealmCompiler.Compile);
        await app.PostAsync("/api/realm", $$"""{"id":"r","config":{{AuditedRoutes.Config}}}""");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task What_cannot_be_written_down_is_not_done_and_the_answer_says_so()
    {
        (Tables.FaultyTable, Tables.Fault) = (AuditStore.TableName, new StoreUnavailableException("down"));

        var reply = await app.PostAsync("/api/secret", Secret);

        Assert.Equal((503, "store_unavailable"), (reply.Status, reply.Code));
        Assert.Contains("nothing was changed", reply.Text("detail"), StringComparison.Ordinal);
        Assert.Empty(await Tables.RowsAsync("secrets"));
        Assert.Contains(app.Parts.Log.Lines, l => l.Contains("secret.save was not done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_only_the_end_cannot_be_written_the_answer_stands_and_the_entry_stays_begun()
    {
        app.Parts.Provider.WhenAsked = () => (Tables.FaultyTable, Tables.Fault) = (AuditStore.TableName, new StoreUnavailableException("down"));
        app.Parts.Provider.Next("""{"t":"token","e":60}""");

        var reply = await app.PostAsync("/api/realm/r/test", """{"secret":{"key_1":"x"},"inputs":{"ticket":"T"}}""");

        Assert.Equal((200, "token"), (reply.Status, reply.Text("outcome")));
        Assert.Equal("realm.test begun", await LastAsync());
        Assert.Contains(
            app.Parts.Log.Lines,
            l => l.StartsWith("Error", StringComparison.Ordinal) && l.Contains("how realm.test ended (done)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_that_the_store_cuts_off_stays_begun()
    {
        (Tables.FaultyTable, Tables.Fault) = ("realms", new StoreUnavailableException("down"));

        Assert.Equal(503, (await app.PostAsync("/api/secret", Secret)).Status);

        Assert.Equal("secret.save begun", await LastAsync());
    }

    [Theory]
    [InlineData("DELETE", "/api/realm/nowhere", null, "realm.remove unknown_realm")]
    [InlineData("DELETE", "/api/secret/r/none", null, "secret.remove unknown_secret")]
    [InlineData("POST", "/api/secret", """{"realm":"none","key":"k","key_1":"v"}""", "secret.save unknown_realm")]
    [InlineData("POST", "/api/status/r/none/retry", "{}", "token.retry unknown_secret")]
    [InlineData("POST", "/api/realm/r/test", """{"key":"none","inputs":{"ticket":"T"}}""", "realm.test unknown_secret")]
    public async Task What_was_understood_and_did_not_come_about_has_its_code(string method, string path, string? body, string entry)
    {
        var request = TestApp.Json(new HttpMethod(method), path, body ?? "");
        if (body is null) request.Content = null;
        var reply = await app.SendAsync(request);

        Assert.Equal(entry, await LastAsync());
        Assert.EndsWith(reply.Code!, entry, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_realm_that_was_changed_meanwhile_has_the_code_of_the_condition()
    {
        var request = TestApp.Json(HttpMethod.Post, "/api/realm", $$"""{"id":"r","config":{{AuditedRoutes.Config}}}""");
        request.Headers.TryAddWithoutValidation("If-Match", "\"17\"");

        Assert.Equal(412, (await app.SendAsync(request)).Status);
        Assert.Equal("realm.save precondition_failed", await LastAsync());
    }

    [Fact]
    public async Task Requests_that_are_wrong_in_themselves_leave_nothing()
    {
        var before = await Tables.CountAsync(AuditStore.TableName);

        foreach (var wrong in WrongRequests.All.Values.Where(w => w.Status is 400 or 405 or 413 or 415))
            await RawHttp.SendAsync(app.Port, wrong.Bytes);

        Assert.Equal(before, await Tables.CountAsync(AuditStore.TableName));
    }

    [Theory]
    [InlineData(ForceCauses.Invalid, null, "token.invalid done")]
    [InlineData(ForceCauses.MinTtl, null, "token.min_ttl done")]
    [InlineData(ForceCauses.Flush | ForceCauses.Invalid | ForceCauses.MinTtl, null, "token.flush done")]
    [InlineData(ForceCauses.Invalid | ForceCauses.MinTtl, FailureKind.BadCredentials, "token.invalid upstream_bad_credentials")]
    public async Task A_forced_renewal_is_named_by_its_cause_and_ends_as_the_attempt_did(ForceCauses causes, FailureKind? failure, string entry)
    {
        var core = app.Parts.Core;
        (core.Forces, core.ForcedFailure) = (causes, failure is { } kind ? new TokenFailure(kind, "no") : null);

        await app.GetAsync("/api/token?realm=r&key=k&invalid=1");

        Assert.Equal(entry, await LastAsync());
    }

    [Fact]
    public async Task A_forced_renewal_that_cannot_be_written_down_is_answered_all_the_same()
    {
        (app.Parts.Core.Forces, app.Parts.Core.Answer) = (ForceCauses.Flush, r => TokenResult.Of(Samples.Token(r.Key)));
        (Tables.FaultyTable, Tables.Fault) = (AuditStore.TableName, new StoreUnavailableException("down"));

        Assert.Equal(200, (await app.GetAsync("/api/token?realm=r&key=k&flush=true")).Status);
        Assert.Contains(
            app.Parts.Log.Lines,
            l => l.StartsWith("Error", StringComparison.Ordinal) && l.Contains("how token.flush ended (done)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_value_of_any_body_or_answer_is_in_the_audit()
    {
        app.Parts.Provider.Next($$"""{"t":"{{Marker}}","e":60}""");
        app.Parts.Provider.Next($$"""{"error":"{{Marker}}"}""", 500);
        app.Parts.Core.Answer = r => TokenResult.Of(Samples.Token(r.Key) with { Value = new SecretText(Marker) });
        app.Parts.Core.Forces = ForceCauses.Flush;
        var config = AuditedRoutes.Config.Replace("https://api.example.com/", $"https://api.example.com/{Marker}", StringComparison.Ordinal);
        await app.PostAsync("/api/realm", $$"""{"id":"m","comment":"{{Marker}}","config":{{config}}}""");
        await app.PostAsync("/api/secret", $$$"""{"realm":"r","key":"k","key_1":"{{{Marker}}}","fields":{"a":"{{{Marker}}}"}}""");
        await app.PostAsync("/api/input/r/k", $$"""{"ticket":"{{Marker}}"}""");
        foreach (var _ in Enumerable.Range(0, 2))
            await app.PostAsync("/api/realm/r/test", $$$"""{"secret":{"key_1":"{{{Marker}}}"},"inputs":{"ticket":"{{{Marker}}}"}}""");
        await app.GetAsync($"/api/token?realm=r&key=k&flush=true&code={Marker}");
        await app.PostAsync($"/api/status/r/k/retry?code={Marker}", "{}");
        await app.DeleteAsync($"/api/secret/r/k?code={Marker}");

        var rows = await Tables.RowsAsync(AuditStore.TableName);
        Assert.Equal(9, rows.Count);
        Assert.All(rows, row => Assert.DoesNotContain(Marker, TextOf(row), StringComparison.Ordinal));
        Assert.DoesNotContain(Marker, (await app.GetAsync("/api/audit?pageSize=500")).All, StringComparison.Ordinal);
    }

    private static string TextOf(Row row) => $"{row.Key} {string.Join(' ', row.Cells)}";

    private async Task<string> LastAsync()
    {
        Tables.Fault = null;
        var rows = await Tables.RowsAsync(AuditStore.TableName);
        var entry = rows.Select(AuditRow.Read).Single(e => e.Deed is not { Action: "realm.save", Realm: "r" } || e.Result != AuditEntry.Done);
        return $"{entry.Deed.Action} {entry.Result}";
    }
}
