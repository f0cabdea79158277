using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>What a provider may ask for by <c>Retry-After</c>.</summary>
public sealed class RetryAfterTests
{
    [Theory]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 24 * 3600)]
    [InlineData("2147483647", 24 * 3600)]
    [InlineData("86401", 24 * 3600)]
    [InlineData("7200", 7200)]
    public async Task A_wait_is_obeyed_up_to_a_day_and_recorded(string header, int seconds)
    {
        foreach (var skew in new[] { TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(-5) })
        {
            var provider = CannedProvider.Answering("""{"error":"slow"}""", 429, header);
            var time = new ManualTime();
            using var client = new RealmClient(provider, new SkewedTime(time, skew));
            var world = new World { Time = time, Client = client };
            var instance = world.StartSkewed(skew);
            await world.SaveOtherAsync(instance, "slow", """
                "errors":{"rules":[{"status":[429],"kind":"throttled"}]}
                """);

            var refused = (await instance.AskOther("slow")).Refused(FailureKind.Throttled);

            Assert.Equal(seconds, (refused.RetryAt!.Value - world.Time.GetUtcNow()).TotalSeconds, 2.0);
            Assert.Equal(refused.RetryAt, (await instance.Tokens.GetAsync(new("slow", World.Key.Key), CancellationToken.None)).Failure!.RetryAt);
            (await instance.AskOther("slow")).Refused(FailureKind.Throttled);
            Assert.Equal(1, provider.Calls);
            world.Pass(seconds + 2);
            await instance.AskOther("slow");
            Assert.Equal(2, provider.Calls);
        }
    }
}
