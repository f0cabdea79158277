using TokenFunctions.Realms.Keys;
using TokenFunctions.Realms.Vars;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>key</c> and <c>key_encoding</c>.</summary>
internal static class KeyReader
{
    private static readonly string[] Encodings = ["utf8", "hex", "base64"];

    /// <summary>The key of an HMAC; null when it is absent or wrong.</summary>
    public static VarKey? Symmetric(ConfigObject parent)
    {
        var encoding = parent.Choice("key_encoding", Encodings) switch
        {
            "hex" => KeyEncoding.Hex,
            "base64" => KeyEncoding.Base64,
            _ => KeyEncoding.Utf8,
        };
        if (parent.RawTemplate("key", "a template", required: true) is not { } key) return null;
        if (parent.Find("key_encoding") is not null && parent.Check.Names.IsRaw(key))
            parent.Fault("key_encoding", "stands beside a `key` that is raw bytes; leave it out");
        return new(key, encoding);
    }

    /// <summary>The private key of a signature; null when it is absent or wrong.</summary>
    public static VarKey? Private(ConfigObject parent)
    {
        if (parent.Find("key_encoding") is not null)
            parent.Fault("key_encoding", "is known with the keys of HMAC only; leave it out");
        var key = parent.Template("key", "a PEM private key as a template", required: true);
        return key is null ? null : new(key, KeyEncoding.Utf8);
    }
}
