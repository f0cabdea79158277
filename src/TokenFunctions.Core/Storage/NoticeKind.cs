namespace TokenFunctions.Storage;

/// <summary>What the operators are still to be told of a credential.</summary>
public enum NoticeKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It stopped working.</summary>
    CredentialFailed,

    /// <summary>It works again.</summary>
    CredentialWorks,
}
