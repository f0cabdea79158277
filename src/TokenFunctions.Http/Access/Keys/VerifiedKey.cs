using TokenFunctions.Http.Callers;

namespace TokenFunctions.Http.Access.Keys;

/// <summary>A key that was sent and is one of a caller's.</summary>
/// <param name="caller">The caller, as its row was when the key was compared.</param>
/// <param name="key">The stored key that it is.</param>
internal sealed class VerifiedKey(Caller caller, CallerKey key)
{
    private int isNoted;

    public Caller Caller => caller;

    public CallerKey Key => key;

    /// <summary>Who sends it, made once for all requests.</summary>
    public Requester Who { get; } = Requester.Of(caller);

    /// <summary>True at the first call only: the use of a key is noted once as long as it is remembered.</summary>
    public bool IsFirstUse() => isNoted == 0 && Interlocked.Exchange(ref isNoted, 1) == 0;
}
