namespace TokenFunctions.Sweeping;

/// <summary>What a sweep found and did.</summary>
public sealed record SweepReport
{
    /// <summary>Hints that were read.</summary>
    public int Hints { get; init; }

    /// <summary>Hints at tokens that are due, those included that this sweep did not get to.</summary>
    public int Due => Hints - NotDue;

    /// <summary>Tokens that were renewed, by this sweep or meanwhile by somebody else.</summary>
    public int Renewed { get; init; }

    /// <summary>Tokens whose renewal failed.</summary>
    public int Failed { get; init; }

    /// <summary>Due tokens that nobody uses: the next caller renews them.</summary>
    public int Unwanted { get; init; }

    /// <summary>Due tokens that were put off: a failure holds, or somebody is renewing them.</summary>
    public int Held { get; init; }

    /// <summary>Hints at tokens that need nothing, or nothing yet.</summary>
    public int NotDue { get; init; }

    /// <summary>Values and rows that were removed because nobody has used them for long.</summary>
    public int Removed { get; init; }

    /// <summary>Due tokens that had no hint and got one.</summary>
    public int Repaired { get; init; }

    /// <summary>Hints that were read and left to the next sweep: the time ran out, or their realm is slow.</summary>
    public int Left { get; init; }

    /// <summary>Whether the time ran out, so that there may be hints that were not even read.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }
}
