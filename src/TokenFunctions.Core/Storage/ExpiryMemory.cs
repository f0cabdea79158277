namespace TokenFunctions.Storage;

/// <summary>What a secret's row remembers of the notice that the secret is about to expire.</summary>
public sealed record ExpiryMemory
{
    /// <summary>Nothing was told.</summary>
    public static readonly ExpiryMemory None = new();

    /// <summary>The end that was told of, or is being told of; of another end nothing was told. UTC; null =
    /// none.</summary>
    public DateTimeOffset? Of { get; init; }

    /// <summary>The notice is not sent before this time: somebody is sending it, or it could not be sent. Store time,
    /// UTC; null = it was told.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How often somebody set out to send it.</summary>
    public int Tries { get; init; }
}
