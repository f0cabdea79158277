namespace TokenFunctions.Processes.Stores;

/// <summary>How a store can be gone.</summary>
public enum OutageKind
{
    /// <summary>It takes connections and does not answer.</summary>
    Frozen,

    /// <summary>Its process has ended; it comes back with the rows it had.</summary>
    Ended,
}
