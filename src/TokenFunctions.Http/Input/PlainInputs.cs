using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Input;

/// <summary>Reads what nearly all callers ask, <c>?realm=a&amp;key=b</c>, and keeps questions, since the same are asked
/// again and again. Whatever else is in a query, or is wrong with it, is left to
/// <see cref="TokenInput"/>.</summary>
internal sealed class PlainInputs
{
    // With the longest names there are, all of them together are about 6 MB.
    private const int Places = 8192;

    // Who repeats the host's key more often than this is read with care.
    private const int MaxParts = 4;

    private const string HostKey = Query.HostKey + "=";
    private readonly FrequentValues<TokenInput> known = new(Places);

    /// <summary>The question of a query; null = it is none of that kind.</summary>
    public TokenInput? Find(string? query)
    {
        if (!TryRead(query, out var realm, out var key)) return null;
        var hash = HashOf(realm, key);
        if (known.At(hash) is { } input && Is(input.Request.Key, realm, key)) return input;
        if (!NameRule.IsValid(realm) || !NameRule.IsValid(key)) return null;
        var made = new TokenInput(new TokenRequest(new TokenKey(realm.ToString(), key.ToString())), Attach: false);
        known.Offer(hash, made);
        return made;
    }

    // Nothing is decoded: a name has no character that would be written in another way.
    private static bool TryRead(string? query, out ReadOnlySpan<char> realm, out ReadOnlySpan<char> key)
    {
        realm = key = default;
        if (query is not { Length: > 1 and <= Query.MaxLength }) return false;
        var rest = query.AsSpan(1);
        var parts = 0;
        foreach (var range in rest.Split('&'))
        {
            var part = rest[range];
            if (++parts > MaxParts) return false;
            if (!Take(part, "realm=", ref realm) && !Take(part, "key=", ref key) && !part.StartsWith(HostKey))
                return false;
        }

        return !realm.IsEmpty && !key.IsEmpty;
    }

    private static bool Take(ReadOnlySpan<char> part, string name, ref ReadOnlySpan<char> value)
    {
        if (!value.IsEmpty || part.Length == name.Length || !part.StartsWith(name)) return false;
        value = part[name.Length..];
        return true;
    }

    // These are different in each process.
    private static int HashOf(ReadOnlySpan<char> realm, ReadOnlySpan<char> key) => HashCode.Combine(
        string.GetHashCode(realm, StringComparison.Ordinal), string.GetHashCode(key, StringComparison.Ordinal));

    private static bool Is(TokenKey known, ReadOnlySpan<char> realm, ReadOnlySpan<char> key) =>
        realm.SequenceEqual(known.Realm) && key.SequenceEqual(known.Key);
}
