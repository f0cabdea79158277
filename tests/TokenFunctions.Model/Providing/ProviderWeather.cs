using TokenFunctions.Model.Stepping;
using TokenFunctions.Tokens;

namespace TokenFunctions.Model.Providing;

/// <summary>How well the provider serves: draws the fate of each call.</summary>
public sealed class ProviderWeather(Machine machine, Chance chance)
{
    private static readonly FailureKind[] Refusals =
    [
        FailureKind.Transient, FailureKind.Throttled, FailureKind.Quota, FailureKind.IpDenied, FailureKind.Rejected,
        FailureKind.Transient,
    ];

    private readonly double bad = chance.Pick(0, 0.05, 0.25, 0.6);
    private DateTimeOffset downUntil;
    private FailureKind refusal;

    /// <summary>Whether all is well.</summary>
    public bool IsCalm { get; set; }

    /// <summary>All calls are refused for a time.</summary>
    public void GoDown(TimeSpan time)
    {
        (downUntil, refusal) = (machine.Now + time, chance.Pick(Refusals));
        machine.Tell(null, $"the provider refuses calls for {time.TotalSeconds:F1} s: {refusal}");
    }

    /// <summary>The fate of the next call.</summary>
    public CallFate Draw()
    {
        var (there, back) = (chance.MostlyShort(0.005, 0.5), chance.MostlyShort(0.005, 0.5));
        if (IsCalm) return new(there, back, CallEnd.Served, default);
        if (machine.Now < downUntil) return new(there, back, CallEnd.Refused, refusal);
        if (chance.Of(bad)) return DrawTrouble(there, back);
        return new(there, back, CallEnd.Served, default);
    }

    private CallFate DrawTrouble(TimeSpan there, TimeSpan back) => chance.Below(7) switch
    {
        0 => new(there, back, CallEnd.NotSent, FailureKind.Transient),
        1 => new(there, back, CallEnd.Refused, chance.Pick(Refusals)),
        2 => new(there, back, CallEnd.FailsAfterEffect, FailureKind.Transient),
        3 => new(there, back, CallEnd.Lost, FailureKind.Transient),
        4 => new(chance.Seconds(0.5, 12), back, CallEnd.Served, default),
        5 => new(there, chance.Seconds(0.5, 12), CallEnd.Served, default),
        _ => new(chance.Seconds(5, 50), back, CallEnd.Served, default),
    };
}
