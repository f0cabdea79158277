namespace TokenFunctions.Processes.Providers;

/// <summary>How <see cref="MoodyProvider"/> answers.</summary>
public enum Mood
{
    /// <summary>With a token.</summary>
    Well,

    /// <summary>With HTTP 500.</summary>
    Failing,

    /// <summary>Not at all.</summary>
    Hanging,

    /// <summary>With HTTP 429 and <c>Retry-After: 1</c>.</summary>
    Throttling,
}
