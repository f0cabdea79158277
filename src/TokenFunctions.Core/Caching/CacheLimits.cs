namespace TokenFunctions.Caching;

/// <summary>What a <see cref="TokenCache"/> may hold, and how it treats its source.</summary>
public sealed record CacheLimits
{
    /// <summary>The most memory for tokens, in bytes, about; the least used ones go first.</summary>
    public long MaxBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Whether an answer is checked behind its callers from 3/4 of <c>RevalidateAfter</c> on, so that none of
    /// them waits for the check. For a source that is far away; one nearby is asked less without it.</summary>
    public bool ChecksEarly { get; init; }

    /// <summary>Whether those who get the tokens reveal them (<see cref="Tokens.SecretText.Reveal"/>): each then takes
    /// twice its length, and is reckoned so from the start. A service writes them on as they came.</summary>
    public bool HoldsText { get; init; }

    /// <summary>What the source keeps beside each token that the cache holds, in bytes; reckoned with them.</summary>
    public int BytesBeside { get; init; }
}
