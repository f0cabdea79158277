using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Caching;
using TokenFunctions.Client.Attaching;
using TokenFunctions.Client.Tests.Attaching.Doubles;
using TokenFunctions.Storage;

namespace TokenFunctions.Client.Tests.Attaching;

/// <summary>A token that dies under many requests at once.</summary>
public sealed class ParallelRefusalTests
{
    private const int Many = 1000;

    [Fact]
    public async Task A_thousand_refusals_are_one_renewal_and_one_repeat_each()
    {
        var allAreThere = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = 0;
        await using var api = await ApiDouble.StartAsync(async (request, _) =>
        {
            if (request.Header("Authorization") != "Bearer t1") return new ApiAnswer(200);
            if (Interlocked.Increment(ref first) == Many) allAreThere.SetResult();
            await allAreThere.Task;
            return new ApiAnswer(401);
        });
        var source = new CountedSource();
        var background = new Background(TaskScheduler.Default, NullLogger<Background>.Instance);
        var cache = new TokenCache(source, new StoreClock(TimeProvider.System), background, new CacheLimits());
        using var client = Clients.For(api, cache);

        var responses = await Task.WhenAll(Enumerable.Range(0, Many).Select(index => client.GetAsync($"/{index}")));

        Assert.All(responses, response => Assert.Equal(200, (int)response.StatusCode));
        Assert.All(responses, response => Assert.True(response.GetTokenOutcome()!.IsRepeated));
        Assert.Equal(1, source.Renewals);
        Assert.Equal([1L], source.Reports);
        Assert.Equal(Expected(1).Concat(Expected(2)).Order(StringComparer.Ordinal), api.Lines.Order(StringComparer.Ordinal));
        foreach (var response in responses) response.Dispose();
    }

    private static IEnumerable<string> Expected(int token) =>
        Enumerable.Range(0, Many).Select(index => $"GET /{index} Bearer t{token}");
}
