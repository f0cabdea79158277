using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Client.Health;
using TokenFunctions.Client.Registration;
using TokenFunctions.Client.Telemetry;
using TokenFunctions.Client.Tests.Homes;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Health;

public sealed class HealthTests
{
    private readonly ManualTime time = new();

    [Theory]
    [InlineData(true, true, true, HealthStatus.Healthy)]
    [InlineData(true, false, true, HealthStatus.Healthy)]
    [InlineData(false, true, true, HealthStatus.Degraded)]
    [InlineData(true, true, false, HealthStatus.Degraded)]
    [InlineData(false, true, false, HealthStatus.Unhealthy)]
    [InlineData(false, false, true, HealthStatus.Unhealthy)]
    public async Task It_is_judged_by_sign_of_life_and_living_tokens(
        bool answers, bool prefetches, bool lives, HealthStatus expected)
    {
        var home = new HomeDouble(time, request => Task.FromResult(lives
            ? HomeDouble.Living(request.Key, time.GetUtcNow())
            : TokenResult.Of(new TokenFailure(FailureKind.BadCredentials, "Refused."))))
        {
            IsThere = answers,
        };
        TokenKey[] keys = prefetches ? [new TokenKey("orders", "main")] : [];
        await using var client = new TokenClient(home, new ClientTelemetry(), keys, NullLoggerFactory.Instance);

        var result = await new TokenHealthCheck(client).CheckHealthAsync(Context());

        Assert.Equal(expected, result.Status);
        Assert.Equal(answers, result.Data["answers"]);
        Assert.Equal(
            prefetches && !lives, result.Description!.Contains("orders/main", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_living_token_counts_while_nobody_answers_whether_it_holds()
    {
        var asked = 0;
        var home = new HomeDouble(time, request => Interlocked.Increment(ref asked) == 1
            ? Task.FromResult(HomeDouble.Living(request.Key, time.GetUtcNow()))
            : new TaskCompletionSource<TokenResult>().Task)
        {
            IsThere = false,
        };
        await home.Cache.GetAsync("orders", "main");
        time.Advance(TimeSpan.FromSeconds(40));
        var client = new TokenClient(
            home, new ClientTelemetry(), [new TokenKey("orders", "main")], NullLoggerFactory.Instance);

        var result = await new TokenHealthCheck(client).CheckHealthAsync(Context());

        Assert.Equal(HealthStatus.Degraded, result.Status);
        Assert.Empty((string[])result.Data["missing"]);
    }

    [Fact]
    public async Task A_program_asks_by_the_route_that_needs_no_key()
    {
        await using var service = await ServiceDouble.StartAsync();
        var services = new ServiceCollection().AddLogging().AddTokenFunctions(o => o.Address = service.Address);
        services.AddHealthChecks().AddTokenFunctions(tags: ["ready"]);
        await using var provider = services.BuildServiceProvider();
        var checks = provider.GetRequiredService<HealthCheckService>();

        var there = await checks.CheckHealthAsync();
        await service.DisposeAsync();
        var gone = await checks.CheckHealthAsync();

        Assert.Equal(HealthStatus.Healthy, there.Status);
        Assert.Equal(HealthStatus.Unhealthy, gone.Status);
        Assert.Equal(["ready"], there.Entries["tokenfunctions"].Tags);
        Assert.Empty(service.Calls.All);
    }

    private static HealthCheckContext Context() =>
        new() { Registration = new HealthCheckRegistration("tokens", _ => null!, null, null) };
}
