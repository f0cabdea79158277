using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Model.Checking;

/// <summary>Watches every write to a token's row when it takes effect.</summary>
public sealed class RowWatch(World world)
{
    private readonly Dictionary<string, TokenState> last = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TokenState> failed = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, long), string> values = [];
    private readonly Dictionary<string, List<(DateTimeOffset At, long Generation)>> history = new(StringComparer.Ordinal);

    /// <summary>The value that was stored under a generation; null = none.</summary>
    public string? ValueOf(string key, long generation) => values.GetValueOrDefault((key, generation));

    /// <summary>The generation that a row had at a time.</summary>
    public long GenerationAt(string key, DateTimeOffset at) =>
        history.GetValueOrDefault(key)?.LastOrDefault(each => each.At <= at).Generation ?? 0;

    /// <summary>When a generation was written; null = never.</summary>
    public DateTimeOffset? WrittenAt(string key, string value)
    {
        var known = values.Where(each => each.Key.Item1 == key && string.Equals(each.Value, value, StringComparison.Ordinal));
        var generation = known.Select(each => (long?)each.Key.Item2).FirstOrDefault();
        return generation is null ? null : history[key].First(each => each.Generation == generation).At;
    }

    /// <summary>The failure that was written last, with no success after it; null = none. What the row itself says may
    /// have been lost.</summary>
    public TokenState? FailureOf(string key) => failed.GetValueOrDefault(key);

    /// <summary>An operator ends a failure.</summary>
    public void Forgive(string key) => failed.Remove(key);

    /// <summary>Something was written by an instance.</summary>
    public void Written(Instance by, string id)
    {
        ArgumentNullException.ThrowIfNull(by);
        var after = world.Truth.Row(new TokenKey(World.Realm, id));
        var before = last.GetValueOrDefault(id) ?? new TokenState(after.Key);
        if (string.Equals(before.ETag, after.ETag, StringComparison.Ordinal)) return;
        last[id] = after;
        NoteFailure(before, after);
        CheckNumbers(before, after);
        CheckValue(before, after);
        CheckLease(by, before, after);
        world.Calls.Late.Written(by, after.Key);
    }

    private void NoteFailure(TokenState before, TokenState after)
    {
        if (before.LeaseId is null || after.LeaseId is not null) return;
        if (after.Outcome == AttemptOutcome.Failed) failed[after.Key.Key] = after;
        if (after.Outcome == AttemptOutcome.Succeeded) failed.Remove(after.Key.Key);
    }

    private void CheckNumbers(TokenState before, TokenState after)
    {
        var id = after.Key.Key;
        if (after.Generation < before.Generation || after.Attempt < before.Attempt)
            world.Machine.Break("generations only grow", $"{before} became {after}");
        if (after.Generation == before.Generation) return;
        if (!history.TryGetValue(id, out var times)) history[id] = times = [];
        times.Add((world.Machine.Now, after.Generation));
    }

    private void CheckValue(TokenState before, TokenState after)
    {
        if (after.SealedValue is not null)
        {
            var place = (after.Key.Key, after.Generation);
            var value = world.Truth.Value(after);
            if (!values.TryAdd(place, value) && !string.Equals(values[place], value, StringComparison.Ordinal))
                world.Machine.Break("one value a generation", $"{after} holds {value}, and held {values[place]}");
        }
        else if (before.SealedValue is not null && !(before.ExpiresAt <= world.Machine.Now)
            && !world.Administrator.MayEmpty(after.Key))
        {
            world.Machine.Break("nothing is deleted before it is replaced", $"{before} lost its living value");
        }

        if (before.SealedState is not null && after.SealedState is null && !world.Administrator.MayEmpty(after.Key))
            world.Machine.Break("no refresh token is lost", $"{before} lost its state");
    }

    // Who writes a value, or ends a lease that has not run out, must hold the lease.
    private void CheckLease(Instance by, TokenState before, TokenState after)
    {
        var isSame = string.Equals(before.LeaseId, after.LeaseId, StringComparison.Ordinal);
        if (isSame && before.ValueAttempt == after.ValueAttempt) return;
        if (before.LeaseId is null && before.ValueAttempt == after.ValueAttempt) return;
        if (by.Leases.IsOwn(before.LeaseId)) return;
        if (before.ValueAttempt != after.ValueAttempt)
            world.Machine.Break("the lease is the fence", $"{by.Owner.Name} wrote a value into {before} without its lease");
        else if (before.LeaseEnd > world.Machine.Now + world.Disagreement)
            world.Machine.Break("a lease holds until its end", $"{by.Owner.Name} took {before} over too early");
    }
}
