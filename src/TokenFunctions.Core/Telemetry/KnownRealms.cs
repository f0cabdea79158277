using System.Collections.Concurrent;
using TokenFunctions.Tokens;

namespace TokenFunctions.Telemetry;

/// <summary>Which names callers asked by are those of realms: others must not become tags, of which there would be no
/// end.</summary>
internal sealed class KnownRealms
{
    /// <summary>The tag of a realm that does not exist, or of which nobody knows whether it does.</summary>
    public const string Unknown = "unknown";

    /// <summary>The tag of a realm after <see cref="Most"/> others.</summary>
    public const string Other = "other";

    /// <summary>The most realms that have tags of their own.</summary>
    public const int Most = 1000;

    private readonly ConcurrentDictionary<string, bool> names = new(StringComparer.Ordinal);
    private int count;

    /// <summary>The tag of the realm that was asked for, as its answer tells.</summary>
    public string Tag(string realm, TokenResult result) => result.Failure?.Kind switch
    {
        FailureKind.UnknownRealm => Forget(realm),
        // These are told without a look at the realm.
        FailureKind.StoreUnavailable or FailureKind.ServiceUnavailable or FailureKind.ServiceRefused => Find(realm),
        _ => Note(realm),
    };

    /// <summary>The tag of a realm that nothing new is known of.</summary>
    public string Find(string realm) => names.ContainsKey(realm) ? realm : Unknown;

    private string Forget(string realm)
    {
        if (names.TryRemove(realm, out _)) Interlocked.Decrement(ref count);
        return Unknown;
    }

    private string Note(string realm)
    {
        if (names.ContainsKey(realm)) return realm;
        if (Volatile.Read(ref count) >= Most) return Other;
        if (names.TryAdd(realm, true)) Interlocked.Increment(ref count);
        return realm;
    }
}
