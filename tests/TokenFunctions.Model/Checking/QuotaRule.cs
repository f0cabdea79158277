using TokenFunctions.Model.Providing;
using TokenFunctions.Realms;

namespace TokenFunctions.Model.Checking;

/// <summary>No window, wherever it begins, has more calls than the provider takes.</summary>
internal sealed class QuotaRule(World world)
{
    private static readonly TimeSpan Travel = TimeSpan.FromSeconds(0.5);

    /// <summary>Checks a call that is sent now.</summary>
    public void Check(ProviderCall call)
    {
        foreach (var limit in world.Scenario.Limits.Where(each => call.IsForced || !each.ForcedOnly))
            if (CountIn(limit, call) > limit.Max)
                world.Machine.Break("calls stay within quota", $"{call.By.Owner.Name} makes one call more than {limit}");
    }

    private int CountIn(CallLimit limit, ProviderCall call)
    {
        // Instances whose clocks differ see the beginning of a window a little apart.
        var since = call.At - limit.Window + world.Disagreement + Travel;
        return world.Provider.Calls.Count(each => CountedAt(limit, each) > since && each.IsSent
            && (each.IsForced || !limit.ForcedOnly)
            && (limit.PerRealm || string.Equals(each.Key, call.Key, StringComparison.Ordinal)));
    }

    // Calls of a realm are counted under the lease and before the sending is noted. A store that is slow between the two
    // lets the provider see the next one sooner, as the description of realms says.
    private DateTimeOffset CountedAt(CallLimit limit, ProviderCall call)
    {
        var times = world.Scenario.Times;
        var lease = world.Scenario.Timeout + times.LeaseReserve + times.ClockSlack;
        return limit.PerRealm && call.LeaseEnd - lease is { } takenAt && takenAt < call.At ? takenAt : call.At;
    }
}
