using System.Security.Cryptography;
using TokenFunctions.Realms.Vars;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>fingerprint</c>.</summary>
internal static class FingerprintReader
{
    private static readonly string[] Subjects = ["certificate", "public_key"];
    private static readonly string[] Hashes = ["sha256", "sha1"];

    /// <summary>The var; null when it is wrong.</summary>
    public static FingerprintVar? Read(ConfigObject item, string name)
    {
        if (item.Child("fingerprint", "of", "pem", "hash", "output") is not { } fingerprint) return null;
        var subject = fingerprint.Choice("of", Subjects, required: true);
        var pem = fingerprint.Template("pem", "a PEM certificate or key as a template", required: true);
        var hash = fingerprint.Choice("hash", Hashes) == "sha1" ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;
        // Where the var's own `output` alone is given, it is about the hash's bytes: HashReader writes them.
        var usual = item.Find("hash") is null && item.Find("output") is not null ? OutputForm.Raw : OutputForm.LowerHex;
        var form = OutputReader.Read(fingerprint) ?? usual;
        return pem is null ? null : new(name, subject == "certificate", pem, hash, form);
    }
}
