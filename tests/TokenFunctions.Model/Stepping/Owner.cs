namespace TokenFunctions.Model.Stepping;

/// <summary>Whose steps they are: one life of one instance. What belongs to a dead owner never runs; what belongs to a
/// frozen one runs when it goes on.</summary>
public sealed class Owner(string name)
{
    /// <summary>The name in traces.</summary>
    public string Name => name;

    /// <summary>Whether it was killed.</summary>
    public bool IsDead { get; set; }

    /// <summary>When it went (or goes) on after its last freeze.</summary>
    public DateTimeOffset FrozenUntil { get; private set; }

    /// <summary>When its last freeze began.</summary>
    public DateTimeOffset FrozenAt { get; private set; }

    /// <summary>For how long it was, or will have been, frozen in all.</summary>
    public TimeSpan FrozenFor { get; private set; }

    /// <summary>Stops it from <paramref name="now"/> for a time.</summary>
    public void Freeze(DateTimeOffset now, TimeSpan time)
    {
        if (now < FrozenUntil) return;
        (FrozenAt, FrozenUntil, FrozenFor) = (now, now + time, FrozenFor + time);
    }

    /// <summary>When it last could have decided what it says <paramref name="now"/>: a freeze may lie between decision
    /// and word.</summary>
    public DateTimeOffset LastAwake(DateTimeOffset now) =>
        now - FrozenUntil < TimeSpan.FromSeconds(1) && FrozenAt != default ? FrozenAt : now;
}
