using System.Net;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Service;

/// <summary>A client at the real service, which is there.</summary>
[Collection("service")]
[Against("OidcProvider")]
public sealed class LivingServiceTests
{
    [NodeFact]
    public async Task The_first_use_gets_a_token_and_all_further_ones_come_from_memory()
    {
        await using var service = await RealService.StartAsync(TimeSpan.FromMinutes(2));
        using var client = new ServiceClient(service, TimeProvider.System);
        var first = await client.TokenAsync();
        Assert.StartsWith("eyJ", first.Token!.Value.Reveal(), StringComparison.Ordinal);
        Assert.Equal(TokenOrigin.Upstream, first.Origin);
        Assert.Equal(("header", "Authorization", "Bearer "), (first.Attach!.Place, first.Attach.Name, first.Attach.Prefix));
        Assert.True(client.Clock.Now < first.DueAt && first.DueAt < first.DeadAt && first.DeadAt < first.Token.ExpiresAt);

        for (var i = 0; i < 100; i++) Assert.Same(first.Token, (await client.TokenAsync()).Token);
        using var other = new ServiceClient(service, TimeProvider.System);
        var second = await other.TokenAsync();
        Assert.Equal((first.Token.Value, first.Token.Generation), (second.Token!.Value, second.Token.Generation));
        Assert.Equal((1, 1, 1), (client.Counter.Calls, other.Counter.Calls, await service.Oidc.TokenCallsAsync()));
    }

    [NodeFact]
    public async Task A_due_token_is_renewed_behind_and_no_caller_waits()
    {
        // Due 6 to 10 s after it was issued, dead after 54 s.
        await using var service = await RealService.StartAsync(TimeSpan.FromMinutes(1), "\"refresh_before_sec\":50");
        using var client = new ServiceClient(service, TimeProvider.System);
        var first = await client.TokenAsync();
        var newest = first;
        await Eventually.HoldsAsync(() =>
        {
            var asked = client.Cache.GetAsync("oidc", "app").AsTask();
            Assert.True(asked.IsCompletedSuccessfully, "A caller waits.");
            newest = asked.Result;
            Assert.True(newest.HasToken);
            return newest.Token.Generation > first.Token!.Generation;
        }, "The token is renewed");
        Assert.True(client.Clock.Now >= first.DueAt);
        Assert.True(client.Clock.Now < first.DeadAt);
        Assert.NotEqual(first.Token!.Value, newest.Token!.Value);
        Assert.Equal(2, await service.Oidc.TokenCallsAsync());
    }

    [NodeFact]
    public async Task A_thousand_callers_of_a_dead_token_are_one_call_to_the_service()
    {
        await using var service = await RealService.StartAsync(TimeSpan.FromSeconds(8));
        using var client = new ServiceClient(service, TimeProvider.System);
        var dead = await client.TokenAsync();
        // At its very end, so that it is dead by the service's reckoning too, which is later by the way of the first answer.
        await Eventually.HoldsAsync(() => client.Clock.Now >= dead.Token!.ExpiresAt, "The token is dead");
        Assert.Equal(1, client.Counter.Calls);

        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var callers = Enumerable.Range(0, 1000).Select(_ => Task.Run(async () =>
        {
            await start.Task;
            return await client.TokenAsync();
        })).ToList();
        start.SetResult();
        var answers = await Task.WhenAll(callers);

        Assert.Equal(dead.Token!.Generation + 1, Assert.Single(answers.Select(a => a.Token!.Generation).Distinct()));
        Assert.NotEqual(dead.Token.Value, answers[0].Token!.Value);
        Assert.Equal((2, 2), (client.Counter.Calls, await service.Oidc.TokenCallsAsync()));
    }

    [NodeFact]
    public async Task A_token_that_is_held_is_confirmed_and_one_that_is_reported_is_replaced()
    {
        await using var service = await RealService.StartAsync(TimeSpan.FromMinutes(2));
        using var client = new ServiceClient(service, TimeProvider.System);
        var first = (await client.TokenAsync()).Token!;
        var plain = new TokenRequest(first.Key);
        var again = await client.Broker.GetAsync(plain with { Held = first }, CancellationToken.None);
        Assert.Same(first, again.Token);
        var newer = await client.Broker.GetAsync(plain with { Held = first, Invalid = first.Generation }, CancellationToken.None);
        Assert.Equal(first.Generation + 1, newer.Token!.Generation);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK], client.Counter.Statuses);
    }

    [NodeFact]
    public async Task What_goes_wrong_is_told_by_the_services_own_names()
    {
        await using var service = await RealService.StartAsync(TimeSpan.FromMinutes(2));
        await service.AddAsync("wrong", Evidence.Plant("secret"));
        var made = await service.App.Api.PostAsync(
            "/api/caller", """{"id":"billing","allow":[{"realm":"other","key":"*","verbs":["read"]}]}""");
        using var client = new ServiceClient(service, TimeProvider.System);
        using var billing = new ServiceClient(service, TimeProvider.System, made.ApiKey);
        using var stranger = new ServiceClient(service, TimeProvider.System, "not-a-key-of-this-service");

        Assert.Equal((FailureKind.UnknownSecret, "unknown_secret"), await FailAsync(client, "nobody"));
        Assert.Equal((FailureKind.BadCredentials, "upstream_bad_credentials"), await FailAsync(client, "wrong"));
        Assert.Equal((FailureKind.ServiceRefused, "forbidden"), await FailAsync(billing, "app"));
        Assert.Equal((FailureKind.ServiceRefused, "unauthorized"), await FailAsync(stranger, "app"));
        Assert.Equal("invalid_client", (await client.Cache.GetAsync("oidc", "wrong")).Failure!.UpstreamCode);
    }

    private static async Task<(FailureKind, string)> FailAsync(ServiceClient client, string key)
    {
        var failure = (await client.Cache.GetAsync("oidc", key)).Failure!;
        return (failure.Kind, failure.Code);
    }
}
