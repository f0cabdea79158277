namespace TokenFunctions.Model.Providing;

/// <summary>One call to the provider.</summary>
/// <param name="By">Who calls.</param>
/// <param name="Key">Whose token is asked for.</param>
/// <param name="LeaseId">The lease in the token's row when it began.</param>
/// <param name="LeaseEnd">The end of that lease.</param>
/// <param name="At">When it began, true time.</param>
/// <param name="Timeout">The time that the caller gives it.</param>
public sealed record ProviderCall(
    Instance By, string Key, string? LeaseId, DateTimeOffset? LeaseEnd, DateTimeOffset At, TimeSpan Timeout)
{
    /// <summary>Whether somebody wants another token than the present one.</summary>
    public bool IsForced { get; init; }

    /// <summary>Whether it leaves the caller's machine.</summary>
    public bool IsSent { get; set; }

    /// <summary>When it took effect at the provider; null = not (yet).</summary>
    public DateTimeOffset? EffectAt { get; set; }

    /// <summary>When its caller had done with it; null = not (yet).</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Whether the caller got an answer that says that nothing was issued, though something was.</summary>
    public bool IsLie { get; set; }

    /// <summary>Whether the caller got the token, however late.</summary>
    public bool IsTold { get; set; }

    /// <summary>Whether nobody inside could know of it when it took effect: it did so after its caller had given up or its
    /// lease had ended, or its answer was a lie. There a late mark or the callers' reports heal.</summary>
    /// <param name="disagreement">How far the instances' clocks are apart.</param>
    public bool IsLate(TimeSpan disagreement) =>
        IsLie || EffectAt > At + Timeout || EffectAt >= EndedAt || EffectAt > LeaseEnd - disagreement;

    /// <summary>Whether nobody ever told of it inside.</summary>
    /// <param name="disagreement">How far the instances' clocks are apart.</param>
    public bool IsUnseen(TimeSpan disagreement) => IsLate(disagreement) && (IsLie || !(IsTold && By.IsUp));

    /// <summary>Whether the caller still waits: one that died waits for nothing, one that is frozen has hung up when its
    /// time is over.</summary>
    public bool IsUnderWay(DateTimeOffset now) => EndedAt is null && By.IsUp && now < At + Timeout;
}
