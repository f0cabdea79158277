using TokenFunctions.Realms.Vars;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads what is done with a var's value: <c>hash</c> and <c>output</c>.</summary>
internal static class HashReader
{
    private static readonly string[] Hashes = ["md5", "sha1", "sha256", "hmac_sha1", "hmac_sha256", "rsa_sha256"];
    private static readonly string[] KeyMembers = ["key", "key_encoding"];

    /// <summary>The var with its hash and output; null when something is wrong.</summary>
    /// <param name="item">The var.</param>
    /// <param name="source">What gives its value; null when that is wrong.</param>
    public static VarPlan? Read(ConfigObject item, VarPlan? source)
    {
        var kind = item.Find("hash") is null ? (HashKind?)null : Kind(item.Choice("hash", Hashes));
        var key = Key(item, kind);
        var form = OutputReader.Read(item);
        if (source is null) return null;
        if (kind is { } hash) return new HashedVar(source, new(hash, key), form ?? OutputForm.LowerHex);
        return form is null or OutputForm.Raw ? source : new HashedVar(source, null, form.Value);
    }

    private static VarKey? Key(ConfigObject item, HashKind? kind)
    {
        if (kind is HashKind.RsaSha256) return KeyReader.Private(item);
        if (kind is HashKind.HmacSha1 or HashKind.HmacSha256) return KeyReader.Symmetric(item);
        foreach (var member in KeyMembers.Where(member => item.Find(member) is not null))
            item.Fault(member, "is known with `hash` hmac_sha1, hmac_sha256 or rsa_sha256 only; leave it out");
        return null;
    }

    private static HashKind Kind(string text) => text switch
    {
        "md5" => HashKind.Md5,
        "sha1" => HashKind.Sha1,
        "sha256" => HashKind.Sha256,
        "hmac_sha1" => HashKind.HmacSha1,
        "hmac_sha256" => HashKind.HmacSha256,
        _ => HashKind.RsaSha256,
    };
}
