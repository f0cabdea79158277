namespace TokenFunctions;

/// <summary>All times of the flow. They are settings, so that tests use short ones.</summary>
public sealed record BrokerTimes
{
    /// <summary>How long a caller waits for somebody else's renewal.</summary>
    public TimeSpan CallerDeadline { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>What a lease lasts beyond the realm's time-out: the time to write the result.</summary>
    public TimeSpan LeaseReserve { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How far the clocks of two instances may differ.</summary>
    public TimeSpan ClockSlack { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long before the end of its lease a call must have ended.</summary>
    public TimeSpan SendMargin { get; init; } = TimeSpan.FromSeconds(7);

    /// <summary>With less time than this left for the call, the lease is given back unsent.</summary>
    public TimeSpan LeastSend { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The first pause between two looks of a waiter at the row; it grows to <see cref="PollMax"/>.</summary>
    public TimeSpan PollMin { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest pause between two looks of a waiter.</summary>
    public TimeSpan PollMax { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How old what is known of realms and secrets may be.</summary>
    public TimeSpan RegistryAge { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest time for which an answer may be kept before its generation is checked again.</summary>
    public TimeSpan RevalidateMax { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The first pause after a failed attempt; it doubles with each further one.</summary>
    public TimeSpan BackoffFirst { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause after a failed attempt.</summary>
    public TimeSpan BackoffMax { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The pause after a refusal that is likely to stay (the address is not served, the request is not
    /// understood): one probe in that time.</summary>
    public TimeSpan ProbeInterval { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The pause after "too many calls", where neither the provider nor <c>policy.limits</c> tells when its
    /// window ends.</summary>
    public TimeSpan ThrottledPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The same after "the quota is used up".</summary>
    public TimeSpan QuotaPause { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often the sweep runs when the app schedules it itself.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After this time a sweep begins no further renewal; the next one goes on where it stopped.</summary>
    public TimeSpan SweepLimit { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>How long after its last marked use a token is renewed unasked although nobody used it since its last
    /// renewal: for tokens that live so shortly that not each of them meets a caller.</summary>
    public TimeSpan UseWindow { get; init; } = TimeSpan.FromMinutes(10);
}
