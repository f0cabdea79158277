namespace TokenFunctions.Storage.Sealing;

/// <summary>Why a sealed value cannot be opened.</summary>
public enum SealFault
{
    /// <summary>It was changed, moved to another place, or put back from an earlier time since it was sealed.</summary>
    Changed,

    /// <summary>The key that it was sealed with is not among the sealing keys: it was taken away too early, or this
    /// instance was not given it.</summary>
    UnknownKey,
}
