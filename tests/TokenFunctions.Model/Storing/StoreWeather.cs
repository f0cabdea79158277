using TokenFunctions.Model.Stepping;

namespace TokenFunctions.Model.Storing;

/// <summary>How well the store serves: draws the fate of each request.</summary>
public sealed class StoreWeather(Machine machine, Chance chance)
{
    private readonly double slow = chance.Pick(0, 0.002, 0.02);
    private readonly double lost = chance.Pick(0, 0.004, 0.03);
    private DateTimeOffset downUntil;

    /// <summary>The longest time that a request has taken.</summary>
    public TimeSpan Longest { get; private set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether all is well.</summary>
    public bool IsCalm { get; set; }

    /// <summary>Whether there was a time after <paramref name="at"/> in which no request was served.</summary>
    public bool WasDownAfter(DateTimeOffset at) => downUntil > at;

    /// <summary>No request is served for a time.</summary>
    public void GoDown(TimeSpan time)
    {
        downUntil = machine.Now + time;
        machine.Tell(null, $"the store is down for {time.TotalSeconds:F1} s");
    }

    /// <summary>The fate of the next request.</summary>
    public StoreFate Draw()
    {
        var fate = DrawOne();
        if (fate.There + fate.Back > Longest) Longest = fate.There + fate.Back;
        return fate;
    }

    private StoreFate DrawOne()
    {
        var (there, back) = (chance.MostlyShort(0.001, 0.02), chance.MostlyShort(0.001, 0.02));
        if (IsCalm) return new(there, back, StoreEnd.Answered);
        if (machine.Now < downUntil)
            return new(there, chance.Of(0.5) ? back : chance.Seconds(1, 6), StoreEnd.Refused);
        if (chance.Of(lost)) return DrawLoss(there);
        if (chance.Of(slow)) there = chance.Seconds(0.1, 5);
        if (chance.Of(slow)) back = chance.Seconds(0.1, 5);
        return new(there, back, StoreEnd.Answered);
    }

    private StoreFate DrawLoss(TimeSpan there) => chance.Below(3) switch
    {
        0 => new(there, chance.MostlyShort(0.001, 4), StoreEnd.Refused),
        1 => new(there, chance.MostlyShort(0.001, 6), StoreEnd.Lost),
        _ => new(chance.MostlyShort(0.2, 12), chance.MostlyShort(0.1, 5), StoreEnd.TakesEffectLate),
    };
}
