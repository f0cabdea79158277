using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Remote;

/// <summary>Asking whether a token still holds.</summary>
public sealed class HeldTests
{
    private static readonly PlayedAnswer NotModified = new(304);

    [Fact]
    public async Task A_token_that_still_holds_is_given_anew_without_its_value_being_sent()
    {
        await using var world = await RemoteWorld.StartAsync();
        var first = await world.AskAsync();
        world.Service.Answer = NotModified;
        world.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await world.AskAsync(first.Token);
        Assert.Same(first.Token, second.Token);
        Assert.Equal(first with { Origin = TokenOrigin.Cache }, second);
        Assert.Equal([null, "\"7-1\""], world.Service.Seen.Select(s => s.Header("If-None-Match")));
    }

    [Fact]
    public async Task It_can_be_confirmed_again_and_again()
    {
        await using var world = await RemoteWorld.StartAsync();
        var token = await world.TokenAsync();
        world.Service.Answer = NotModified;
        for (var i = 0; i < 3; i++) Assert.Same(token, await world.TokenAsync(token));
    }

    [Fact]
    public async Task A_newer_token_takes_its_place()
    {
        await using var world = await RemoteWorld.StartAsync();
        var token = await world.TokenAsync();
        world.Service.Answer = PlayedAnswer.Token(8);
        var newer = await world.TokenAsync(token);
        Assert.Equal(8, newer.Generation);
        world.Service.Answer = NotModified;
        Assert.Same(newer, await world.TokenAsync(newer));
        Assert.Equal("\"8-1\"", world.Service.Seen[^1].Header("If-None-Match"));
    }

    [Theory]
    [InlineData(",\"stale\":true")]
    [InlineData(",\"renewal_failed\":{\"code\":\"upstream_quota\",\"at\":null}")]
    public async Task An_answer_with_a_trouble_is_asked_for_whole(string trouble)
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = PlayedAnswer.Token(more: trouble);
        var token = await world.TokenAsync();
        await world.TokenAsync(token);
        Assert.Null(world.Service.Seen[^1].Header("If-None-Match"));
    }

    [Fact]
    public async Task A_token_from_elsewhere_is_asked_for_whole()
    {
        await using var world = await RemoteWorld.StartAsync();
        var token = await world.TokenAsync();
        await world.TokenAsync(token with { });
        Assert.Null(world.Service.Seen[^1].Header("If-None-Match"));
    }

    [Fact]
    public async Task Who_did_not_ask_so_is_not_told_that_nothing_changed()
    {
        await using var world = await RemoteWorld.StartAsync();
        world.Service.Answer = NotModified;
        Assert.Equal(FailureKind.ServiceUnavailable, (await world.FailAsync()).Kind);
    }

    [Fact]
    public async Task A_reported_generation_goes_with_the_condition()
    {
        await using var world = await RemoteWorld.StartAsync();
        var token = await world.TokenAsync();
        world.Service.Answer = NotModified;
        var result = await world.AskAsync(new TokenRequest(RemoteWorld.Key) { Invalid = 6, Held = token });
        Assert.Same(token, result.Token);
        Assert.EndsWith("&invalid=6", world.Service.Seen[^1].Target);
    }
}
