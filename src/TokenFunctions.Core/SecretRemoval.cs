namespace TokenFunctions;

/// <summary>How the removal of a secret ended.</summary>
public enum SecretRemoval
{
    /// <summary>It is removed, with its token.</summary>
    Removed,

    /// <summary>There is no such secret.</summary>
    Missing,

    /// <summary>It is not the version that was to be removed.</summary>
    Changed,
}
