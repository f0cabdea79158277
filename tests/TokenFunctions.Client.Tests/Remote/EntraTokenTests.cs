using Azure.Core;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Remote;

/// <summary>The Entra token that is shown to the service.</summary>
public sealed class EntraTokenTests : IAsyncLifetime
{
    private readonly ScriptedCredential credential = new();
    private RemoteWorld world = null!;

    public async Task InitializeAsync()
    {
        world = await RemoteWorld.StartAsync(o => o with { ApiKey = null, Credential = credential, Scope = "api://tokens/.default" });
        credential.Give = (call, _) => Task.FromResult(Hour(call));
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task It_is_got_once_for_many_calls()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => world.TokenAsync()));
        Assert.Equal((1, "api://tokens/.default"), (credential.Calls, credential.Scope));
        Assert.All(world.Service.Seen, seen => Assert.Equal("Bearer entra-1", seen.Header("Authorization")));
    }

    [Fact]
    public async Task It_is_renewed_behind_before_it_ends()
    {
        await world.TokenAsync();
        world.Time.Advance(TimeSpan.FromMinutes(54));
        await world.TokenAsync();
        Assert.Equal(1, credential.Calls);
        var slow = new TaskCompletionSource<AccessToken>();
        credential.Give = (_, _) => slow.Task;
        world.Time.Advance(TimeSpan.FromMinutes(2));
        await world.TokenAsync();
        Assert.Equal("Bearer entra-1", world.Service.Seen[^1].Header("Authorization"));
        slow.SetResult(Hour(2));
        await Eventually.HoldsAsync(async () =>
        {
            await world.TokenAsync();
            return world.Service.Seen[^1].Header("Authorization") == "Bearer entra-2";
        }, "The new one is shown");
        Assert.Equal(2, credential.Calls);
    }

    [Fact]
    public async Task It_says_itself_from_when_it_is_to_be_renewed()
    {
        credential.Give = (call, _) => Task.FromResult(new AccessToken(
            $"entra-{call}", world.Time.GetUtcNow().AddHours(1), world.Time.GetUtcNow().AddMinutes(10)));
        await world.TokenAsync();
        world.Time.Advance(TimeSpan.FromMinutes(10));
        await world.TokenAsync();
        await Eventually.HoldsAsync(() => credential.Calls == 2, "It is renewed");
    }

    [Fact]
    public async Task A_dead_one_is_waited_for()
    {
        await world.TokenAsync();
        world.Time.Advance(TimeSpan.FromHours(1));
        await world.TokenAsync();
        Assert.Equal("Bearer entra-2", world.Service.Seen[^1].Header("Authorization"));
    }

    [Fact]
    public async Task A_renewal_that_fails_takes_no_living_one_away_and_is_not_tried_with_each_call()
    {
        await world.TokenAsync();
        credential.Give = (_, _) => throw new InvalidOperationException("no");
        world.Time.Advance(TimeSpan.FromMinutes(56));
        for (var i = 0; i < 5; i++)
        {
            await world.TokenAsync();
            await Eventually.HoldsAsync(() => credential.Calls == 2, "It was tried");
        }

        Assert.Equal("Bearer entra-1", world.Service.Seen[^1].Header("Authorization"));
    }

    [Fact]
    public async Task Without_one_the_service_is_not_asked_and_the_credential_is_left_alone_for_a_while()
    {
        credential.Give = (_, _) => throw new InvalidOperationException("planted-message");
        var failure = await world.FailAsync();
        Assert.Equal((FailureKind.ServiceUnavailable, null), (failure.Kind, failure.At));
        Assert.EndsWith(" cannot be asked: the credential gave no Entra token (InvalidOperationException).", failure.Detail, StringComparison.Ordinal);
        await world.FailAsync();
        Assert.Equal((0, 1), (world.Service.Seen.Count, credential.Calls));
        credential.Give = (call, _) => Task.FromResult(Hour(call));
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await world.TokenAsync();
    }

    [Fact]
    public async Task A_credential_that_hangs_is_out_of_time()
    {
        var asked = new TaskCompletionSource();
        credential.Give = async (_, _) =>
        {
            asked.SetResult();
            await new TaskCompletionSource().Task;
            return Hour(1);
        };
        var call = world.FailAsync();
        await asked.Task;
        world.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(FailureKind.ServiceUnavailable, (await call).Kind);
    }

    [Fact]
    public async Task One_that_is_refused_in_front_of_the_service_is_got_anew_and_shown_once()
    {
        world.Service.Before = _ =>
        {
            if (world.Service.Seen.Count == 1) world.Service.Answer = PlayedAnswer.Token();
            return Task.CompletedTask;
        };
        world.Service.Answer = PlayedAnswer.Front(401);
        await world.TokenAsync();
        Assert.Equal(["Bearer entra-1", "Bearer entra-2"], Shown());
    }

    [Fact]
    public async Task A_second_refusal_is_told_and_the_next_call_comes_with_a_newer_one()
    {
        world.Service.Answer = PlayedAnswer.Front(401);
        Assert.Equal(FailureKind.ServiceUnavailable, (await world.FailAsync()).Kind);
        Assert.Equal(["Bearer entra-1", "Bearer entra-2"], Shown());
    }

    [Fact]
    public async Task The_same_one_is_not_sent_again()
    {
        credential.Give = (_, _) => Task.FromResult(Hour(1));
        world.Service.Answer = PlayedAnswer.Front(401);
        await world.FailAsync();
        Assert.Equal((1, 2), (world.Service.Seen.Count, credential.Calls));
    }

    [Fact]
    public async Task It_is_kept_when_the_service_itself_refuses_a_key()
    {
        world.Service.Answer = PlayedAnswer.Problem(401, "unauthorized");
        Assert.Equal(FailureKind.ServiceRefused, (await world.FailAsync()).Kind);
        await world.FailAsync();
        Assert.Equal(["Bearer entra-1", "Bearer entra-1"], Shown());
        Assert.Equal(1, credential.Calls);
    }

    private string[] Shown() => [.. world.Service.Seen.Select(seen => seen.Header("Authorization")!)];

    private AccessToken Hour(int call) => new($"entra-{call}", world.Time.GetUtcNow().AddHours(1));
}
