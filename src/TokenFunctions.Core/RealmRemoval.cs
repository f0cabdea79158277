namespace TokenFunctions;

/// <summary>How the removal of a realm ended.</summary>
public enum RealmRemoval
{
    /// <summary>It is removed, with its secrets and tokens.</summary>
    Removed,

    /// <summary>There is no such realm.</summary>
    Missing,

    /// <summary>It has secrets, and the removal was not forced.</summary>
    HasSecrets,

    /// <summary>It is not the version that was to be removed.</summary>
    Changed,
}
