namespace TokenFunctions.Client.Remote;

/// <summary>A call to the service and what became of it.</summary>
/// <param name="Moment">When it was sent, own time.</param>
internal sealed record ServiceExchange(SentMoment Moment)
{
    /// <summary>The answer; null = there was none.</summary>
    public ServiceAnswer? Answer { get; init; }

    /// <summary>Why there was no answer, for people, without the service's name; null = there was one.</summary>
    public string? Silence { get; init; }

    /// <summary>Whether there was none because its time was up.</summary>
    public bool IsLate { get; init; }
}
