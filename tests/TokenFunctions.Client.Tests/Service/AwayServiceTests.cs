using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Service;

/// <summary>A client whose service is away: the process has really ended, and the client's time is the test's.</summary>
[Collection("service")]
[Against("OidcProvider")]
public sealed class AwayServiceTests
{
    private static readonly string[] Keys = ["app", "b", "c", "d", "e"];
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);
    private readonly ManualTime time = new();

    [NodeFact]
    public async Task Living_tokens_are_used_while_the_service_is_down_for_a_minute_and_checked_when_it_is_back()
    {
        await using var service = await StartAsync();
        using var client = new ServiceClient(service, time);
        foreach (var key in Keys) await client.TokenAsync(key);
        await service.EndAsync();

        var (before, answers) = (client.Counter.Calls, new List<TokenResult>());
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromSeconds(60); passed += Step)
        {
            time.Advance(Step);
            foreach (var key in Keys) answers.Add(await client.Cache.GetAsync("oidc", key));
            await client.Background.DrainAsync();
        }

        Assert.Equal(600, answers.Count);
        Assert.All(answers, answer => Assert.True(answer.HasToken, answer.Failure?.Detail));
        Assert.All(answers.TakeLast(Keys.Length), answer => Assert.True(answer.IsStale));
        // 1 + 2 + 4 + 8 + 16 + 30 s are more than the minute, and each pause can be half as long; all tokens ask at its end.
        Assert.InRange(client.Counter.Calls - before, 1, 10 * Keys.Length);

        await service.StartAsync();
        // The pause ends, and the next call finds the service there.
        time.Advance(TimeSpan.FromSeconds(30));
        foreach (var key in Keys) await client.TokenAsync(key);
        await client.Background.DrainAsync();
        foreach (var key in Keys) Assert.False((await client.TokenAsync(key)).IsStale);
        Assert.Equal(Keys.Length, await service.Oidc.TokenCallsAsync());
    }

    [NodeFact]
    public async Task A_dead_token_is_not_handed_out_and_the_failure_says_when_to_ask_again()
    {
        await using var service = await StartAsync();
        using var client = new ServiceClient(service, time);
        var living = await client.TokenAsync();
        await service.EndAsync();

        time.Advance(living.DeadAt!.Value - client.Clock.Now);
        var failure = (await client.Cache.GetAsync("oidc", "app")).Failure!;
        Assert.Equal((FailureKind.ServiceUnavailable, "service_unavailable"), (failure.Kind, failure.Code));
        Assert.InRange((failure.RetryAt!.Value - client.Clock.Now).TotalSeconds, 0.5, 1);

        await service.StartAsync();
        time.Advance(failure.RetryAt.Value - client.Clock.Now);
        Assert.Equal(living.Token!.Value, (await client.TokenAsync()).Token!.Value);
    }

    [NodeFact]
    public async Task A_service_that_stands_still_keeps_nobody_with_a_living_token_waiting_for_long()
    {
        await using var service = await StartAsync();
        using var client = new ServiceClient(service, time);
        await client.TokenAsync();
        await service.App.FreezeAsync();
        try
        {
            // Past the time for which the answer holds: this caller finds out that the service does not answer.
            time.Advance(TimeSpan.FromSeconds(3));
            var sent = client.Counter.Calls;
            var asked = client.Cache.GetAsync("oidc", "app").AsTask();
            await Eventually.HoldsAsync(() => client.Counter.Calls == sent + 1, "The service is asked");
            time.Advance(TimeSpan.FromSeconds(2));
            Assert.True((await asked).HasToken);
            Assert.True((await asked).IsStale);
            // And nobody does so after it.
            for (var i = 0; i < 20; i++)
            {
                time.Advance(TimeSpan.FromMilliseconds(100));
                var next = client.Cache.GetAsync("oidc", "app").AsTask();
                Assert.True(next.IsCompletedSuccessfully && next.Result.HasToken, "A caller waits.");
            }
        }
        finally
        {
            await service.App.ContinueAsync();
        }

        await Eventually.HoldsAsync(async () =>
        {
            time.Advance(TimeSpan.FromMilliseconds(500));
            var answer = await client.TokenAsync();
            await client.Background.DrainAsync();
            return !answer.IsStale;
        }, "The service is found again");
    }

    // Tokens that live for two minutes, and answers that hold for two seconds.
    private static async Task<RealService> StartAsync()
    {
        var service = await RealService.StartAsync(TimeSpan.FromMinutes(2), "", ("TokenFunctions__Times__RevalidateMaxMs", "2000"));
        foreach (var key in Keys.Skip(1)) await service.AddAsync(key);
        return service;
    }
}
