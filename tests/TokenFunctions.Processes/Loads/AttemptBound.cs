namespace TokenFunctions.Processes.Loads;

/// <summary>The most attempts that a back-off with full jitter lets through in a time. Full jitter may draw pauses of
/// nearly nothing, so the number is that which is passed with a probability below 10⁻⁹.</summary>
internal static class AttemptBound
{
    private const double Negligible = 1e-9;

    /// <summary>The bound.</summary>
    /// <param name="window">From the first attempt to the last.</param>
    /// <param name="first">The longest first pause; it doubles with each further failure.</param>
    /// <param name="most">The longest pause of all.</param>
    /// <param name="least">What each attempt takes at least besides, such as the provider's <c>Retry-After</c> or the
    /// time-out of a call that is not answered.</param>
    public static int Of(TimeSpan window, TimeSpan first, TimeSpan most, TimeSpan least)
    {
        for (var attempts = 1; ; attempts++)
        {
            // One more attempt than these comes when as many pauses end within the window.
            if (window - (attempts * least) is var left && left < TimeSpan.Zero) return attempts;
            if (ChanceWithin(left.TotalSeconds, Pauses(attempts, first, most)) < Negligible) return attempts;
        }
    }

    // Chernoff's bound for a sum S of independent uniform pauses 0 to c: P(S <= t) <= e^(xt) · E(e^(-xS)) for each x > 0,
    // and E(e^(-xU)) = (1 - e^(-xc)) / xc.
    private static double ChanceWithin(double seconds, double[] pauses)
    {
        var least = 0.0;
        for (var x = 0.01; x < 1e4; x *= 1.1)
            least = Math.Min(least, (x * seconds) + pauses.Sum(c => Math.Log((1 - Math.Exp(-x * c)) / (x * c))));
        return Math.Exp(least);
    }

    private static double[] Pauses(int count, TimeSpan first, TimeSpan most) =>
        [.. Enumerable.Range(0, count).Select(i => Math.Min(first.TotalSeconds * Math.Pow(2, i), most.TotalSeconds))];
}
