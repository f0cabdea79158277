using System.Collections.Concurrent;
using TokenFunctions.Caching;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Renewals.Reading;

/// <summary>The rows that were last read, for the time in which the store does not answer, and those that it has not
/// taken yet. Values stay sealed as they were read; values of <c>state</c> are not remembered.</summary>
internal sealed class RowMemory(TimeProvider time, long maxBytes = RowMemory.DefaultBytes)
{
    private const long DefaultBytes = 32 * 1024 * 1024;
    private readonly BoundedMemory<TokenKey, RowEntry> rows = new(maxBytes);
    private readonly ConcurrentDictionary<TokenKey, HeldRow> held = new();

    /// <summary>How many rows that were read are remembered.</summary>
    public int Count => rows.Count;

    /// <summary>Remembers a row as the store has it.</summary>
    public void Remember(TokenState row)
    {
        if (row.ETag is null)
        {
            rows.Remove(row.Key);
            return;
        }

        var now = time.GetTimestamp();
        if (rows.TryGet(row.Key, out var known)
            && string.Equals(known.State.ETag, row.ETag, StringComparison.Ordinal)) known.Touch(now);
        else rows.Put(row.Key, new RowEntry(row, now), (old, made) => old.IsNewerThan(made));
    }

    /// <summary>What is known of a token without the store; null = nothing.</summary>
    public TokenState? Find(TokenKey key)
    {
        var isKnown = rows.TryGet(key, out var known);
        if (held.TryGetValue(key, out var own) && !(isKnown && IsLater(known!.State, own.State))) return own.State;
        if (!isKnown) return null;
        known!.Touch(time.GetTimestamp());
        return known.State;
    }

    /// <summary>The row as it was last read, if that is remembered whole: without a <c>state</c>; else null.</summary>
    public TokenState? FindWhole(TokenKey key) =>
        rows.TryGet(key, out var known) && known.IsWhole ? known.State : null;

    /// <summary>What is held to be written over this row; null = nothing, or it was overtaken.</summary>
    public TokenState? HeldFor(TokenState row) =>
        held.TryGetValue(row.Key, out var own) && own.StandsFor(row) ? own.State : null;

    /// <summary>What is held of that token; null = nothing.</summary>
    public HeldRow? FindHeld(TokenKey key) => held.GetValueOrDefault(key);

    /// <summary>Holds a row until it is written or overtaken.</summary>
    public void Hold(HeldRow row) => held[row.State.Key] = row;

    /// <summary>Lets go of a held row, unless another has taken its place.</summary>
    public void Release(HeldRow row) => held.TryRemove(new(row.State.Key, row));

    // Another attempt has followed the one whose result is held, and what it brought was read.
    private static bool IsLater(TokenState row, TokenState held) =>
        row.Attempt > held.Attempt || row.Generation > held.Generation;
}
