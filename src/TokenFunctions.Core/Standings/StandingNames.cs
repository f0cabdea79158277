namespace TokenFunctions.Standings;

/// <summary>The words for how a token stands. Of those that hold, the one that needs a person the most is said.</summary>
public static class StandingNames
{
    /// <summary>There is no token, and no failure.</summary>
    public const string None = "none";

    /// <summary>It is handed out.</summary>
    public const string Fresh = "fresh";

    /// <summary>It is handed out and should be renewed.</summary>
    public const string Due = "due";

    /// <summary>It is not handed out; the next request renews it.</summary>
    public const string Dead = "dead";

    /// <summary>Its renewal failed, and no later one worked.</summary>
    public const string Failing = "failing";

    /// <summary>It is open whether the provider still takes the stored state, and nothing is sent by itself.</summary>
    public const string Uncertain = "uncertain";

    /// <summary>Its renewal waits for a pushed input.</summary>
    public const string Waiting = "waiting";

    /// <summary>All of them, by age and then by what stands in the way.</summary>
    public static IReadOnlyList<string> All { get; } = [None, Fresh, Due, Dead, Failing, Uncertain, Waiting];

    /// <summary>All of them, those that somebody should look at first.</summary>
    public static IReadOnlyList<string> ByTrouble { get; } =
        [Uncertain, Failing, Waiting, Dead, Due, None, Fresh];
}
