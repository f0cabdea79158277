namespace TokenFunctions.Processes.Stores;

/// <summary>Where <see cref="StoreProxy"/> holds an attempt, between the taking of its lease and its call.</summary>
public enum HoldPoint
{
    /// <summary>The write that notes the sending has not reached the store.</summary>
    SentWrite,

    /// <summary>The write has taken effect; its answer is held.</summary>
    SentWriteAnswer,

    /// <summary>The row was read again and still had the attempt's lease; the answer is held.</summary>
    GuardAnswer,
}
