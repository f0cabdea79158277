using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Remote;

/// <summary>What the service is asked.</summary>
public sealed class RequestTests
{
    private const string Plain = "/api/cache/token?realm=wecom&key=crm&attach=true";

    public static TheoryData<string, double, long, bool> Demands() => new()
    {
        { Plain, 0, 0, false },
        { Plain + "&min_ttl=60", 60, 0, false },
        { Plain + "&min_ttl=61", 60.001, 0, false },
        { Plain + "&invalid=1800000001", 0, 1_800_000_001, false },
        { Plain + "&flush=true", 0, 0, true },
        { Plain + "&min_ttl=1&invalid=5&flush=true", 0.5, 5, true },
    };

    [Theory]
    [MemberData(nameof(Demands))]
    public async Task Each_demand_stands_in_the_query(string target, double minTtl, long invalid, bool flush)
    {
        await using var world = await RemoteWorld.StartAsync();
        await world.AskAsync(new TokenRequest(RemoteWorld.Key)
        {
            MinTtl = TimeSpan.FromSeconds(minTtl),
            Invalid = invalid == 0 ? null : invalid,
            Flush = flush,
        });
        Assert.Equal(target, Assert.Single(world.Service.Seen).Target);
    }

    [Fact]
    public async Task Names_cannot_become_further_parameters()
    {
        await using var world = await RemoteWorld.StartAsync();
        await world.AskAsync(new TokenRequest(new TokenKey("a&flush=true", "b/../c#d e@f")));
        Assert.Equal("/api/cache/token?realm=a%26flush%3Dtrue&key=b%2F..%2Fc%23d%20e%40f&attach=true", Assert.Single(world.Service.Seen).Target);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("/", "")]
    [InlineData("/tokens", "/tokens")]
    [InlineData("/a/b/", "/a/b")]
    public async Task The_service_may_stand_under_a_path(string path, string before)
    {
        await using var world = await RemoteWorld.StartAsync(o => o with { Address = new Uri(o.Address!, path) });
        await world.TokenAsync();
        Assert.Equal(before + Plain, Assert.Single(world.Service.Seen).Target);
    }

    [Fact]
    public async Task All_ways_to_say_who_asks_go_together()
    {
        await using var world = await RemoteWorld.StartAsync(o => o with
        {
            FunctionKey = new SecretText("planted-function-key"),
            Credential = new ScriptedCredential(),
            Scope = "api://tokens/.default",
        });
        await world.TokenAsync();
        var seen = Assert.Single(world.Service.Seen);
        Assert.Equal(
            ("planted-api-key", "planted-function-key", "Bearer entra-1"),
            (seen.Header("x-api-key"), seen.Header("x-functions-key"), seen.Header("Authorization")));
    }

    [Fact]
    public async Task What_is_not_set_is_not_sent()
    {
        await using var world = await RemoteWorld.StartAsync(o => o with { ApiKey = null });
        await world.TokenAsync();
        var seen = Assert.Single(world.Service.Seen);
        Assert.Equal(["Accept", "Host", "User-Agent"], seen.Headers.Keys.Where(name => name != "traceparent").Order());
        Assert.StartsWith("TokenFunctions.Client/", seen.Header("User-Agent"));
    }
}
