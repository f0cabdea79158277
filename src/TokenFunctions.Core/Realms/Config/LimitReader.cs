namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>policy.limits</c>.</summary>
internal static class LimitReader
{
    private const int MaxCount = 20;
    private const long MaxCalls = 1_000_000_000;
    private const long Year = 31_536_000;

    private static readonly string[] On = ["all", "force"];
    private static readonly string[] Per = ["secret", "realm"];

    /// <summary>The limits in order; none when the member is absent.</summary>
    public static IReadOnlyList<CallLimit> Read(ConfigObject policy)
    {
        List<CallLimit> limits = [];
        foreach (var (pointer, value) in policy.Items("limits", MaxCount))
            if (ConfigObject.Read(value, pointer, policy.Check, "max", "per_sec", "on", "per") is { } limit
                && One(limit) is { } read)
                limits.Add(read);
        return limits;
    }

    private static CallLimit? One(ConfigObject limit)
    {
        var max = Number(limit, "max", MaxCalls);
        var seconds = Number(limit, "per_sec", Year);
        var isForced = limit.Choice("on", On) == "force";
        var isPerRealm = limit.Choice("per", Per) == "realm";
        return max is not { } calls || seconds is not { } window ? null : new(calls, TimeSpan.FromSeconds(window))
        {
            ForcedOnly = isForced,
            PerRealm = isPerRealm,
        };
    }

    private static long? Number(ConfigObject limit, string member, long most) =>
        limit.Require(member, $"a whole number from 1 to {most}") is null ? null : limit.Whole(member, 1, most);
}
