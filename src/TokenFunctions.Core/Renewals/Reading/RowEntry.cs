using TokenFunctions.Caching;
using TokenFunctions.Storage;

namespace TokenFunctions.Renewals.Reading;

/// <summary>A row that was read, without its <c>state</c>, and when it was last used.</summary>
internal sealed class RowEntry(TokenState read, long readAt) : IRemembered
{
    /// <summary>The version of a row that this process made and the store does not have; no store has it.</summary>
    public const string NotRead = "";

    private const int Overhead = 1024;
    private long usedAt = readAt;

    public TokenState State { get; } = read.SealedState is null ? read : read with { SealedState = null };

    /// <summary>Whether the row held no <c>state</c>, so that this is all of it.</summary>
    public bool IsWhole { get; } = read.SealedState is null;

    public long Bytes { get; } = Overhead + (read.SealedValue?.Length ?? 0);

    public long UsedAt => Volatile.Read(ref usedAt);

    public void Touch(long now) => Volatile.Write(ref usedAt, now);

    /// <summary>Whether this row is newer than the other: reads can overtake each other. One that was not read gives
    /// way to any that was.</summary>
    public bool IsNewerThan(RowEntry other) => State.ETag != NotRead
        && (State.Generation, State.Attempt).CompareTo((other.State.Generation, other.State.Attempt)) > 0;
}
