using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using TokenFunctions.Tokens;

namespace TokenFunctions.Caching;

/// <summary>Failures that were got a moment ago, so that a storm of callers on a token in back-off does not ask the
/// source with each call. They are kept as long as the failure says, and always for a short time only: somebody may
/// mend the cause on another instance.</summary>
internal sealed class FailureMemory(TimeProvider time)
{
    private const int MaxEntries = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    // A failure that waits for a change, a store that does not answer, and a renewal that others may bring about.
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<TokenRequest, Entry> entries = new();

    /// <summary>Whether the failure of that request is known; if not, the source is to be asked.</summary>
    public bool TryFind(TokenRequest request, [NotNullWhen(true)] out TokenResult? answer)
    {
        answer = null;
        if (!entries.TryGetValue(request, out var entry)) return false;
        if (time.GetElapsedTime(entry.GotAt) < entry.For) answer = entry.Answer;
        else entries.TryRemove(new(request, entry));
        return answer is not null;
    }

    /// <summary>Remembers a failure, if it is one that the same request would get again.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="result">The answer without a token.</param>
    /// <param name="now">The time now, store time.</param>
    public void Keep(TokenRequest request, TokenResult result, DateTimeOffset now)
    {
        if (request.Flush || IsOfRequest(result.Failure!.Kind)) return;
        var period = Period(result.Failure, now);
        if (period <= TimeSpan.Zero) return;
        if (entries.Count >= MaxEntries) entries.Clear();
        entries[request] = new Entry(result, time.GetTimestamp(), period);
    }

    public void Remove(TokenRequest request) => entries.TryRemove(request, out _);

    /// <summary>Forgets the failures of the tokens that it holds for.</summary>
    public void Forget(Predicate<TokenKey> isOne)
    {
        foreach (var request in entries.Keys)
            if (isOne(request.Key)) Remove(request);
    }

    // What is wrong with one request says nothing of the next, and who waits for a renewal goes on waiting.
    private static bool IsOfRequest(FailureKind kind) => kind
        is FailureKind.UnknownGeneration or FailureKind.UnknownRealm or FailureKind.UnknownSecret
        or FailureKind.RenewalInProgress;

    private static TimeSpan Period(TokenFailure failure, DateTimeOffset now)
    {
        var isShort = failure.RetryAt is null || failure.Kind
            is FailureKind.StoreUnavailable or FailureKind.ForceLimited or FailureKind.MinTtlUnreachable;
        var longest = isShort ? Short : Longest;
        return failure.RetryAt - now is { } left && left < longest ? left : longest;
    }

    private sealed record Entry(TokenResult Answer, long GotAt, TimeSpan For);
}
