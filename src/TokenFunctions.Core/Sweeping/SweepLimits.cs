namespace TokenFunctions.Sweeping;

/// <summary>How much a sweep does at once. Its times are in <see cref="BrokerTimes"/>.</summary>
public sealed record SweepLimits
{
    /// <summary>The most renewals at once, over all realms; 1 or more. A realm has at most its own
    /// <c>policy.concurrency</c> of them.</summary>
    public int Parallelism { get; init; } = 8;

    /// <summary>How many tokens, and how many secrets, the slow pass looks at in one sweep; 1 to 1000.</summary>
    public int RepairPage { get; init; } = 200;

    /// <summary>The least time between the beginnings of two slow passes.</summary>
    public TimeSpan RepairPause { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a token that nobody wants is dead before its value is removed, and how long its row without a
    /// value stays then. A new row's generation starts at the Unix time, so this must not be short.</summary>
    public TimeSpan DeadAge { get; init; } = TimeSpan.FromDays(30);
}
