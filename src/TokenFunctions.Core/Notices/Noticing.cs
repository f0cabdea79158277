using TokenFunctions.Storage;

namespace TokenFunctions.Notices;

/// <summary>The pure rules of what a token's row owes the operators. What is owed is born claimed by whoever writes it,
/// and is told by others only when the claim has run out.</summary>
internal static class Noticing
{
    /// <summary>The memory that goes with the row as it stands; the same memory when there is no news.</summary>
    /// <param name="state">The row as an attempt is about to write it.</param>
    /// <param name="now">Store time.</param>
    public static NoticeMemory After(TokenState state, DateTimeOffset now)
    {
        var memory = state.Notice;
        if (Trouble.Of(state, now) is { } trouble)
        {
            return memory.Trouble is null
                ? Owe(NoticeKind.CredentialFailed, trouble.At, now) with { Trouble = trouble.Kind }
                : memory;
        }

        return state.Outcome == AttemptOutcome.Succeeded && memory.Trouble is not null
            ? Owe(NoticeKind.CredentialWorks, now, now)
            : memory;
    }

    /// <summary>The memory with a claim of whoever writes it; null = nothing is owed, or it is not the time.</summary>
    public static NoticeMemory? Claimed(NoticeMemory memory, DateTimeOffset now) =>
        memory.Owed == NoticeKind.None || memory.NotBefore > now
            ? null
            : memory with { NotBefore = now + DeliveryTimes.Claim, Tries = memory.Tries + 1 };

    /// <summary>The memory after the notice was told, or given up.</summary>
    public static NoticeMemory Settled(NoticeMemory memory) => new() { Trouble = memory.Trouble };

    /// <summary>Whether the notice is too old to be tried once more.</summary>
    public static bool IsOver(NoticeMemory memory, DateTimeOffset now) => now - memory.At > DeliveryTimes.News;

    /// <summary>Whether both owe the same notice.</summary>
    public static bool IsSame(NoticeMemory one, NoticeMemory other) => one.Owed == other.Owed && one.At == other.At;

    private static NoticeMemory Owe(NoticeKind kind, DateTimeOffset at, DateTimeOffset now) =>
        new() { Owed = kind, At = at, NotBefore = now + DeliveryTimes.Claim, Tries = 1 };
}
