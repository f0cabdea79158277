namespace TokenFunctions.Realms;

/// <summary>How far a call to the provider came. A call that was sent and not answered may have worked.</summary>
public enum UpstreamReach
{
    /// <summary>Nothing left this machine: the provider knows nothing of the call.</summary>
    NotSent,

    /// <summary>The call, or part of it, was sent; no whole answer came.</summary>
    Unanswered,

    /// <summary>A whole answer came.</summary>
    Answered,
}
