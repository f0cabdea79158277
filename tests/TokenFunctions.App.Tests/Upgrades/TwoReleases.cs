using System.Net;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Endurance;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Upgrades;

/// <summary>This release and the next one on one store: beside each other, back to this one, and on again.</summary>
internal sealed class TwoReleases(AppSettings settings, ITables store, StrictProvider provider)
{
    private const string Other = "other";
    private static readonly TimeSpan Beside = TimeSpan.FromSeconds(5);
    private readonly ShortTokens tokens = new(provider);
    private int changes;

    /// <summary>Runs it under load.</summary>
    public async Task RunAsync()
    {
        await using var old = await AppProcess.StartAsync(settings);
        await tokens.SetUpAsync(old.Api);
        var raised = await RunBesideAsync(old);
        await tokens.ReadWhileAsync([old], () => ChangeAsync(old.Api, old.Api));
        var back = await StoredRows.ReadAsync(store);
        await using var again = await NextReleaseApp.StartAsync(settings);
        await tokens.ReadWhileAsync([old, again], () => ChangeAsync(old.Api, again.Api));

        tokens.Check();
        Assert.Superset(new HashSet<string>(["realms", "secrets", "tokens", "callers", "used"], StringComparer.Ordinal), raised.OfNext.ToHashSet());
        Assert.Superset(new HashSet<string>(["realms", "secrets", "tokens", "callers"], StringComparer.Ordinal), back.OfNextWrittenByThis.ToHashSet());
        AssertKept(raised, back);
        AssertKept(back, await StoredRows.ReadAsync(store));
    }

    /// <summary>What the next release alone knows of a row is there as long as the row is.</summary>
    public static void AssertKept(StoredRows before, StoredRows after)
    {
        var kept = after.Born;
        Assert.All(before.Born, row => Assert.Equal(row.Value, kept.GetValueOrDefault(row.Key)));
    }

    private async Task<StoredRows> RunBesideAsync(AppProcess old)
    {
        await using var next = await NextReleaseApp.StartAsync(settings);
        await tokens.ReadWhileAsync([old, next], async () =>
        {
            await ChangeAsync(next.Api, old.Api);
            await ChangeAsync(old.Api, next.Api);
            await Task.Delay(Beside);
            // The last word is the next release's, so that it has written rows of every kind.
            await ChangeAsync(next.Api, old.Api);
            await UseAsync(next.Api);
        });
        var raised = await StoredRows.ReadAsync(store);
        await next.InterruptAsync();
        return raised;
    }

    // Nobody else hands this one out, so the mark of its use, which is made behind the answer, is of that release.
    private async Task UseAsync(ApiClient next)
    {
        AssertDone(await next.PostAsync("/api/secret", $$"""{"realm":"{{Other}}","key":"own","key_1":"own"}"""));
        Assert.NotNull((await next.TokenAsync(Other, "own")).TokenText);
        await Eventually.HoldsAsync(
            async () => (await StoredRows.ReadAsync(store)).OfNext.Contains("used"), "The use is marked");
    }

    // Realm, secret and caller changed at one are seen by the other.
    private async Task ChangeAsync(ApiClient writer, ApiClient reader)
    {
        var (number, account) = (++changes, FormattableString.Invariant($"other-{changes}"));
        var realm = $$"""{"id":"{{Other}}","comment":"change {{number}}","config":{{tokens.Config}}}""";
        AssertDone(await writer.PostAsync("/api/realm", realm));
        AssertDone(await writer.PostAsync("/api/secret", $$"""{"realm":"{{Other}}","key":"k","key_1":"{{account}}"}"""));
        Assert.Equal($"change {number}", (await reader.GetAsync($"/api/realm/{Other}")).Text("comment"));
        await Eventually.HoldsAsync(
            async () => (await reader.TokenAsync(Other, "k")).TokenText?.StartsWith($"strict-{account}-", StringComparison.Ordinal) == true,
            "The new secret is used");
        await ChangeCallerAsync(writer, reader, number);
    }

    private static async Task ChangeCallerAsync(ApiClient writer, ApiClient reader, int number)
    {
        // The first one made stays, and is written anew by each release.
        foreach (var id in new[] { "first", FormattableString.Invariant($"caller{number}") })
        {
            var made = await writer.PostAsync(
                "/api/caller", $$"""{"id":"{{id}}","comment":"{{number}}","allow":[{"realm":"*","key":"*","verbs":["read"]}]}""");
            AssertDone(made);
            if (made.ApiKey is not { } key) continue;
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(reader, key)).Status);
        }

        AssertDone(await writer.DeleteAsync($"/api/caller/caller{number}"));
    }

    private static Task<ApiAnswer> AskAsync(ApiClient api, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/token?realm={ShortTokens.Realm}&key={ShortTokens.Keys.First()}");
        request.Headers.Add("x-api-key", key);
        return api.SendAsync(request);
    }

    private static void AssertDone(ApiAnswer answer) =>
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent, answer.Body);
}
