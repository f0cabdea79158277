namespace TokenFunctions.Storage;

/// <summary>What a token's row remembers of the notices to the operators.</summary>
public sealed record NoticeMemory
{
    /// <summary>Nothing was told and nothing is owed.</summary>
    public static readonly NoticeMemory None = new();

    /// <summary>What is still to be told.</summary>
    public NoticeKind Owed { get; init; }

    /// <summary>The notice is not sent before this time: somebody is sending it, or it could not be sent. Store time,
    /// UTC; null = at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Whether the last thing told, or owed, is that the credential does not work.</summary>
    public bool InTrouble { get; init; }
}
