namespace TokenFunctions.Http.Audit;

/// <summary>Who did what, when, from where, and how it ended. Never a value.</summary>
/// <param name="At">When it began, store time.</param>
/// <param name="Who">A caller's id, or what stands for the kind of requester.</param>
/// <param name="Deed">What was done to what.</param>
public sealed record AuditEntry(DateTimeOffset At, string Who, Deed Deed)
{
    /// <summary>The result of what has begun and whose end nobody has written: the process may have died in between,
    /// so it may or may not have taken effect.</summary>
    public const string Begun = "begun";

    /// <summary>The result of what took effect.</summary>
    public const string Done = "done";

    /// <summary>Who is named in a sum of refusals, whoever was refused. No caller has this name.</summary>
    public const string AnyRequester = "any requester";

    /// <summary>The address that the request came from; null = not known, as behind the Functions host.</summary>
    public string? From { get; init; }

    /// <summary><see cref="Begun"/>, <see cref="Done"/>, or the code of the problem that was answered.</summary>
    public string Result { get; init; } = Begun;

    /// <summary>How many requests it stands for: more than one only for refusals, which are summed.</summary>
    public long Count { get; init; } = 1;

    /// <summary>What makes the entry's row its own among those of one instant.</summary>
    public string Mark { get; init; } = "";
}
