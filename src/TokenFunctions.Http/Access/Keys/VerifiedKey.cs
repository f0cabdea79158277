using System.Runtime.InteropServices;
using System.Security.Cryptography;
using TokenFunctions.Http.Callers;

namespace TokenFunctions.Http.Access.Keys;

/// <summary>A key that was sent and is one of a caller's.</summary>
/// <param name="caller">The caller, as its row was when the key was compared.</param>
/// <param name="key">The stored key that it is.</param>
/// <param name="sent">Its text. It stands in memory anyway, in the headers of each request that brings it; a hash of
/// it would cost more than all else that is done to let a request in.</param>
internal sealed class VerifiedKey(Caller caller, CallerKey key, string sent)
{
    private int isNoted;

    public Caller Caller => caller;

    public CallerKey Key => key;

    /// <summary>Who sends it, made once for all requests.</summary>
    public Requester Who { get; } = Requester.Of(caller);

    /// <summary>Whether a text is this key, found in a time that tells nothing of either but their lengths.</summary>
    public bool Is(ReadOnlySpan<char> text) =>
        CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(text), MemoryMarshal.AsBytes(sent.AsSpan()));

    /// <summary>True at the first call only: the use of a key is noted once as long as it is remembered.</summary>
    public bool IsFirstUse() => isNoted == 0 && Interlocked.Exchange(ref isNoted, 1) == 0;

    /// <summary>The stored key's id only.</summary>
    public override string ToString() => key.ToString();
}
