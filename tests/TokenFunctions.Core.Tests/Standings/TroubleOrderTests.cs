using TokenFunctions.Standings;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Standings;

public sealed class TroubleOrderTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Those_come_first_that_somebody_should_look_at_and_of_each_those_that_end_soonest()
    {
        Standing[] ordered =
        [
            At("uncertain", "z", 9), At("failing", "c", 1), At("failing", "a", 2), At("failing", "b", 2), At("failing", "A", null),
            At("waiting", "a", null), At("dead", "a", -5), At("due", "a", 3), At("none", "a", null), At("fresh", "a", 1), At("fresh", "a", null),
        ];
        var shuffled = ordered.OrderBy(each => HashCode.Combine(each.State, each.DeadAt)).ToList();

        Assert.Equal(ordered, shuffled.Order(TroubleOrder.Instance));
    }

    [Fact]
    public void Each_state_has_its_place() =>
        Assert.Equal(StandingNames.All.Order(StringComparer.Ordinal), StandingNames.ByTrouble.Order(StringComparer.Ordinal));

    private static Standing At(string state, string key, int? seconds) =>
        new(new TokenKey("r", key), state, seconds is { } after ? Noon.AddSeconds(after) : null);
}
