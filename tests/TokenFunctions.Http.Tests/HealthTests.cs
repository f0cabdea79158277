using System.Text.Json;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Health;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests;

public sealed class HealthTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("/", "TokenFunctions")]
    [InlineData("/api/health", """{"status":"ok","live":true,"ready":true}""")]
    [InlineData("/api/health/live", """{"status":"live"}""")]
    [InlineData("/api/health/ready?probe=1", """{"status":"ready"}""")]
    public async Task Probes_need_no_key(string path, string body)
    {
        app.Http.DefaultRequestHeaders.Clear();
        var reply = await app.GetAsync(path);
        Assert.Equal((200, body, $"{body.Length}"), (reply.Status, reply.Body, reply.Header("Content-Length")));
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/api/health", 503)]
    [InlineData("/api/health/live", 200)]
    [InlineData("/api/health/ready", 503)]
    public async Task Load_balancers_may_probe_with_HEAD(string path, int status)
    {
        app.Parts.Tables.Ping = _ => throw new StoreUnavailableException();
        app.Http.DefaultRequestHeaders.Clear();
        var reply = await app.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.Equal((status, ""), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task A_process_without_its_store_lives_but_is_not_ready()
    {
        app.Parts.Tables.Ping = _ => throw new StoreUnavailableException();
        foreach (var path in new[] { "/api/health", "/api/health/ready" })
        {
            var reply = await app.GetAsync(path);
            Assert.Equal((503, "store_unavailable"), (reply.Status, reply.Code));
        }

        Assert.Equal(200, (await app.GetAsync("/api/health/live")).Status);
    }

    [Fact]
    public async Task A_store_that_never_answers_is_given_up_after_a_while()
    {
        app.Parts.Tables.Ping = _ => new TaskCompletionSource().Task;
        var time = new ManualTime();
        var answer = new HealthProbe(StoreHealth.Of(app.Parts.Tables), new StoreClock(time)).ReadAsync(CancellationToken.None);
        time.Advance(HealthProbe.Patience - TimeSpan.FromMilliseconds(1));
        Assert.False(answer.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(HealthState.Failed, (await answer).Finding.State);
    }

    [Fact]
    public async Task However_many_ask_the_store_is_asked_once_in_two_seconds()
    {
        var (pings, held) = (0, new TaskCompletionSource());
        app.Parts.Tables.Ping = _ =>
        {
            pings++;
            return held.Task;
        };
        var time = new ManualTime();
        var probe = new HealthProbe(StoreHealth.Of(app.Parts.Tables), new StoreClock(time));
        var many = Enumerable.Range(0, 20).Select(_ => probe.ReadAsync(CancellationToken.None)).ToList();
        held.SetResult();
        Assert.Single((await Task.WhenAll(many)).Distinct());
        time.Advance(TimeSpan.FromMilliseconds(1999));
        await probe.ReadAsync(CancellationToken.None);
        Assert.Equal(1, pings);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await probe.ReadAsync(CancellationToken.None);
        Assert.Equal(2, pings);
    }

    [Fact]
    public async Task An_administrator_sees_each_part_and_others_only_whether_it_works()
    {
        await using var degraded = await TestApp.StartAsync(parts => parts.Checks.Add(Broken(HealthState.Degraded)));
        var seen = (await degraded.GetAsync("/api/health")).Json;
        Assert.Equal(("degraded", true), (seen.GetProperty("status").GetString(), seen.GetProperty("ready").GetBoolean()));
        Assert.Equal(["elsewhere degraded", "store ok"], Parts(seen));
        Assert.Equal("the vault does not answer or refuses", seen.GetProperty("parts")[0].GetProperty("detail").GetString());
        Assert.Equal("""{"status":"degraded"}""", (await degraded.GetAsync("/api/health/ready")).Body);

        degraded.Http.DefaultRequestHeaders.Clear();
        Assert.Equal("""{"status":"ok","live":true,"ready":true}""", (await degraded.GetAsync("/api/health")).Body);
        var reader = await degraded.Parts.Callers.AddAsync(new Caller("reader") { Allow = [new(NamePattern.All, NamePattern.All, [Verb.Read])] });
        degraded.Http.DefaultRequestHeaders.Add("x-api-key", reader);
        Assert.Equal("""{"status":"ok","live":true,"ready":true}""", (await degraded.GetAsync("/api/health")).Body);
    }

    [Fact]
    public async Task A_part_without_which_no_token_can_be_served_makes_it_not_ready()
    {
        await using var broken = await TestApp.StartAsync(parts => parts.Checks.Add(Broken(HealthState.Failed)));
        var reply = await broken.GetAsync("/api/health");
        Assert.Equal((503, "vault_unavailable"), (reply.Status, reply.Code));
        Assert.Equal(["elsewhere failed", "store ok"], Parts(reply.Json));
        Assert.Equal(503, (await broken.GetAsync("/api/health/ready")).Status);
        broken.Http.DefaultRequestHeaders.Clear();
        Assert.False((await broken.GetAsync("/api/health")).Json.TryGetProperty("parts", out _));
    }

    [Fact]
    public async Task A_key_of_the_host_shows_nothing_where_the_host_checks_none()
    {
        await using var behind = await TestApp.StartAsync(new AccessRules { TrustFunctionKeys = true });
        Assert.Equal("""{"status":"ok","live":true,"ready":true}""", (await behind.GetAsync("/api/health")).Body);
    }

    [Fact]
    public async Task A_sweep_that_is_silent_for_long_is_told_and_nothing_worse()
    {
        var (times, clock) = (new BrokerTimes(), new StoreClock(app.Parts.Time));
        var marks = new SweepMarks(app.Parts.Tables, clock);
        await marks.SaveAsync(left: 3, CancellationToken.None);
        app.Parts.Time.Advance(TimeSpan.FromDays(7));
        var check = SweepHealth.Of(marks, times, clock, clock.Now);
        app.Parts.Time.Advance(SweepHealth.PatienceOf(times));
        Assert.Equal(HealthFinding.Ok with { LastSweepAt = Samples.Noon }, await check.LookAsync(CancellationToken.None));

        app.Parts.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(HealthState.Degraded, (await check.LookAsync(CancellationToken.None)).State);
        await marks.SaveAsync(left: 0, CancellationToken.None);
        Assert.Equal(HealthState.Ok, (await check.LookAsync(CancellationToken.None)).State);
        Assert.Equal(new SweepMark(clock.Now, 0), await marks.FindAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_version_is_told_to_holders_of_the_key()
    {
        var told = (await app.GetAsync("/api/version")).Json;
        Assert.Equal(["name", "version", "commit", "row_format", "role"], told.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("0.1.0", "core"), (told.GetProperty("version").GetString(), told.GetProperty("role").GetString()));
        Assert.Equal("""{"reads":[1,2],"writes":1}""", told.GetProperty("row_format").GetRawText());
        await using var closed = await TestApp.StartAsync(new AccessRules { AdminKey = new SecretText("another") });
        Assert.Equal(401, (await closed.GetAsync("/api/version")).Status);
    }

    [Theory]
    [InlineData("1.2.3+0123abc", "0123abc")]
    [InlineData("1.2.3", null)]
    [InlineData("1.2.3+", null)]
    [InlineData(null, null)]
    public void The_commit_stands_behind_the_version(string? version, string? commit) => Assert.Equal(commit, Product.CommitIn(version));

    private static HealthCheck Broken(HealthState whenSilent) =>
        new("elsewhere", _ => throw new VaultUnavailableException("inside")) { WhenSilent = whenSilent, FailsAs = FailureKind.VaultUnavailable };

    private static IEnumerable<string> Parts(JsonElement health) => health.GetProperty("parts").EnumerateArray()
        .Select(part => $"{part.GetProperty("name").GetString()} {part.GetProperty("state").GetString()}");
}
