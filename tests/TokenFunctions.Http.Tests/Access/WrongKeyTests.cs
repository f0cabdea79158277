using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.Access;

public sealed class WrongKeyTests
{
    private static readonly AccessRules Alone = new() { AdminKey = new SecretText(TestApp.AdminKey) };
    private static readonly AccessRules Behind = Alone with { IsBehindHost = true, ClientAddressHeader = "CLIENT-IP" };

    [Fact]
    public async Task After_twenty_wrong_keys_in_a_minute_a_source_must_wait_and_right_keys_need_not()
    {
        await using var app = await TestApp.StartAsync(Alone);
        var right = await app.Parts.Callers.AddAsync(new Caller("right"));
        for (var i = 0; i < 20; i++)
        {
            app.Parts.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal((401, "unauthorized"), CodeOf(await AskAsync(app, $"wrong-{i}")));
        }

        var refused = await AskAsync(app, "wrong");
        Assert.Equal((429, "too_many_wrong_keys"), CodeOf(refused));
        Assert.Equal("41", refused.Header("Retry-After"));
        Assert.Equal((429, "too_many_wrong_keys"), CodeOf(await AskAsync(app, CallerSetUp.Damage(right))));
        Assert.Equal(200, (await AskAsync(app, right)).Status);
        Assert.Equal(200, (await AskAsync(app, TestApp.AdminKey)).Status);

        app.Parts.Time.Advance(TimeSpan.FromSeconds(41));
        Assert.Equal((401, "unauthorized"), CodeOf(await AskAsync(app, "wrong")));
    }

    [Fact]
    public async Task Sources_are_counted_apart()
    {
        await using var app = await TestApp.StartAsync(Behind);
        for (var i = 0; i < 25; i++) await AskAsync(app, "wrong", "192.0.2.1:1");
        Assert.Equal(429, (await AskAsync(app, "wrong", "192.0.2.1:2")).Status);
        Assert.Equal(401, (await AskAsync(app, "wrong", "192.0.2.2:1")).Status);
        Assert.Equal(401, (await AskAsync(app, "wrong")).Status);
    }

    [Fact]
    public async Task A_source_that_guesses_costs_no_read_a_guess_and_an_unseen_caller_beside_it_is_served()
    {
        await using var app = await TestApp.StartAsync(Alone);
        var right = await app.Parts.Callers.AddAsync(new Caller("right"));
        var before = app.Parts.Tables.OperationsOf("callers");
        for (var i = 0; i < 300; i++) await AskAsync(app, CallerSetUp.Unknown(i));

        // Twenty by themselves, and the list of all.
        Assert.InRange(app.Parts.Tables.OperationsOf("callers") - before, 1, 21);
        Assert.Equal(200, (await AskAsync(app, right)).Status);
    }

    [Fact]
    public async Task A_flood_from_everywhere_costs_few_reads_and_an_unseen_caller_is_served()
    {
        await using var app = await TestApp.StartAsync(Behind);
        var right = await app.Parts.Callers.AddAsync(new Caller("right"));
        var (before, begun) = (app.Parts.Tables.OperationsOf("callers"), TimeProvider.System.GetTimestamp());
        for (var i = 0; i < 600; i++)
            Assert.Equal(401, (await AskAsync(app, CallerSetUp.Unknown(i), string.Create(CultureInfo.InvariantCulture, $"192.0.{i / 250}.{i % 250}"))).Status);

        var seconds = TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
        Assert.InRange(app.Parts.Tables.OperationsOf("callers") - before, 50, 55 + (50 * seconds));
        Assert.Equal(200, (await AskAsync(app, right, "192.0.2.9")).Status);
    }

    [Fact]
    public async Task A_caller_made_by_this_process_during_a_flood_is_served_at_once()
    {
        await using var app = await TestApp.StartAsync(Alone);
        for (var i = 0; i < 100; i++) await AskAsync(app, CallerSetUp.Unknown(i));
        var right = await app.Parts.Callers.AddAsync(new Caller("right"));
        app.Services.GetRequiredService<CallerCatalog>().Forget(new Caller("right"));

        Assert.Equal(200, (await AskAsync(app, right)).Status);
    }

    [Fact]
    public async Task While_the_store_is_down_known_callers_are_served_and_nobody_else_is_told_a_wrong_thing()
    {
        await using var app = await TestApp.StartAsync(Alone);
        var (right, unseen) = (await app.Parts.Callers.AddAsync(new Caller("right")), await app.Parts.Callers.AddAsync(new Caller("unseen")));
        Assert.Equal(200, (await AskAsync(app, right)).Status);
        app.Parts.Tables.Fault = new StoreUnavailableException();
        app.Parts.Time.Advance(TimeSpan.FromHours(1));

        for (var i = 0; i < 30; i++) await AskAsync(app, "wrong");
        Assert.Equal(200, (await AskAsync(app, right)).Status);
        Assert.Equal((503, "store_unavailable"), CodeOf(await AskAsync(app, unseen)));

        app.Parts.Tables.Fault = null;
        app.Parts.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(200, (await AskAsync(app, unseen)).Status);
    }

    private static (int, string?) CodeOf(Reply reply) => (reply.Status, reply.Code);

    private static Task<Reply> AskAsync(TestApp app, string key, string? address = null)
    {
        string[] headers = address is null ? [$"x-api-key: {key}"] : [$"x-api-key: {key}", $"CLIENT-IP: {address}"];
        return RawHttp.SendAsync(app.Port, RawHttp.Head("GET /api/version HTTP/1.1", headers));
    }
}
