using System.Globalization;
using System.Security.Cryptography;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Events;

/// <summary>What the app tells as a process, line by line.</summary>
[Collection("single apps")]
public sealed class EventTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_life_of_a_credential_is_told_from_the_start_to_its_recovery()
    {
        var (right, wrong) = (Evidence.Plant("right"), Evidence.Plant("wrong"));
        await using var provider = await FickleProvider.StartAsync(right);
        await using var app = await AppProcess.StartAsync(Settings());
        await app.Api.SetUpAsync("told", RealmConfigs.OidcBasic(provider.Address), "main", Secret(wrong));
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => app.Api.TokenAsync("told", "main")));
        await SaveAsync(app, right, TimeProvider.System.GetUtcNow().AddDays(3));
        await app.Api.TokenAsync("told", "main");
        await Eventually.HoldsAsync(() => EventLine.Of(app, "secret_expiring").Count > 0 && EventLine.Of(app, "sweep_done").Count > 1, "The sweep tells");

        var started = await EventLine.OneAsync(app, "started");
        Assert.Equal(("core", "sqlite", "store", "interval"), (started.Text("role"), started.Text("storage"), started.Text("vault"), started.Text("scheduling")));
        var failed = await EventLine.OneAsync(app, "renewal_failed");
        Assert.Equal(
            ("told", "main", "upstream_bad_credentials", "http_401", "1", "answered", null),
            (failed.Text("realm"), failed.Text("key"), failed.Code, failed.Text("upstream_code"), failed.Text("in_a_row"), failed.Text("reach"), failed.Text("retry_at")));
        Assert.Equal("upstream_bad_credentials", (await EventLine.OneAsync(app, "credential_dead")).Code);
        Assert.Equal("main", (await EventLine.OneAsync(app, "credential_restored")).Text("key"));
        Assert.NotNull((await EventLine.OneAsync(app, "renewed")).Text("expires_at"));
        Assert.Equal("told", (await EventLine.OneAsync(app, "secret_expiring")).Text("realm"));
        Assert.All(EventLine.Of(app, "sweep_done"), sweep => Assert.Equal("0", sweep.Text("behind")));
    }

    [Fact]
    public async Task What_happened_before_a_kill_is_told()
    {
        var secret = Evidence.Plant("secret");
        await using var provider = await FickleProvider.StartAsync(secret);
        await using var app = await AppProcess.StartAsync(Settings());
        await app.Api.SetUpAsync("told", RealmConfigs.OidcBasic(provider.Address), "main", Secret(secret));
        var answer = await app.Api.TokenAsync("told", "main");
        await app.KillAsync();

        Assert.Equal(answer.Generation.ToString(CultureInfo.InvariantCulture), (await EventLine.OneAsync(app, "renewed")).Text("generation"));
    }

    [Fact]
    public async Task A_storm_of_failures_is_one_line_a_minute_and_a_count()
    {
        await using var provider = await FickleProvider.StartAsync(Evidence.Plant("secret"));
        provider.IsUnwell = true;
        await using var app = await AppProcess.StartAsync(Settings().With(
            ("TokenFunctions__Times__BackoffFirstMs", "1"), ("TokenFunctions__Times__BackoffMaxMs", "2"), ("TokenFunctions__Times__SweepIntervalMs", "3600000")));
        await app.Api.SetUpAsync("told", RealmConfigs.OidcBasic(provider.Address), "main", Secret(Evidence.Plant("secret")));
        await Eventually.HoldsAsync(
            async () => (await app.Api.TokenAsync("told", "main")).TokenText is null && provider.Calls >= 20, "The provider fails again and again");
        await app.InterruptAsync();

        // A minute may have ended meanwhile.
        var failures = EventLine.Of(app, "renewal_failed");
        var left = EventLine.Of(app, "left_out").Where(line => line.Text("of") == "renewal_failed").Sum(line => line.Json.GetProperty("count").GetInt32());
        Assert.InRange(failures.Count, 1, 5);
        Assert.All(failures, line => Assert.Equal("upstream_unavailable", line.Code));
        Assert.Equal(provider.Calls, failures.Count + left);
    }

    [Fact]
    public async Task A_value_that_cannot_be_opened_is_told()
    {
        var secret = Evidence.Plant("secret");
        await using var provider = await FickleProvider.StartAsync(secret);
        await using (var app = await AppProcess.StartAsync(Settings().With(("TokenFunctions__SealingKey", Key()))))
        {
            await app.Api.SetUpAsync("told", RealmConfigs.OidcBasic(provider.Address), "main", Secret(secret));
            await app.Api.TokenAsync("told", "main");
        }

        await using var other = await AppProcess.StartAsync(Settings().With(("TokenFunctions__SealingKey", Key())));
        Assert.Equal("sealing_key_unknown", (await other.Api.TokenAsync("told", "main")).Code);

        Assert.NotEmpty(EventLine.Of(other, "seal_broken"));
        Assert.All(EventLine.Of(other, "seal_broken"), line => Assert.Equal(("unknown_key", "error"), (line.Code, line.Text("level"))));
    }

    [Fact]
    public async Task A_start_that_is_refused_is_told_on_standard_error_alone()
    {
        await using var app = AppProcess.Launch(Settings().With(("TokenFunctions__Log", "xml")));
        await app.WaitForExitAsync();

        Assert.Empty(app.Events);
        Assert.Contains("TokenFunctions__Log must be json or text", app.Output, StringComparison.Ordinal);
    }

    private static string Key()
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        Evidence.Hide(key);
        return key;
    }

    private static string Secret(string value) => $$""" "key_1":"client","key_2":"{{value}}" """;

    private static async Task SaveAsync(AppProcess app, string value, DateTimeOffset end)
    {
        var saved = await app.Api.PostAsync(
            "/api/secret", $$"""{"realm":"told","key":"main","expires_at":"{{end:yyyy-MM-dd'T'HH:mm:ss'Z'}}",{{Secret(value)}}}""");
        Assert.Null(saved.Code);
    }

    private AppSettings Settings() => new AppSettings(folder.Path).With(
        ("TokenFunctions__Log", "json"), ("TokenFunctions__Times__SweepIntervalMs", "200"), ("TokenFunctions__Sweep__RepairPauseMs", "0"));
}
