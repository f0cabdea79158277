using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>What a token's row remembers of the notices to the operators.</summary>
public sealed record NoticeMemory
{
    /// <summary>Nothing was told and nothing is owed.</summary>
    public static readonly NoticeMemory None = new();

    /// <summary>What is still to be told.</summary>
    public NoticeKind Owed { get; init; }

    /// <summary>When that happened, store time, UTC; null = nothing is owed.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The notice is not sent before this time: somebody is sending it, or it could not be sent. Store time,
    /// UTC; null = at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How often somebody set out to send it.</summary>
    public int Tries { get; init; }

    /// <summary>Why the credential does not work, if that is the last thing told or owed; null = it works, or nothing
    /// was ever told.</summary>
    public FailureKind? Trouble { get; init; }
}
