using System.Security.Cryptography;
using TokenFunctions.Realms.Vars;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>fingerprint</c>.</summary>
internal static class FingerprintReader
{
    private static readonly string[] Subjects = ["certificate", "public_key"];
    private static readonly string[] Hashes = ["sha256", "sha1"];
    private static readonly string[] InnerMembers = ["hash", "output"];

    /// <summary>The var; null when it is wrong.</summary>
    public static FingerprintVar? Read(ConfigObject item, string name)
    {
        // A second output would be ambiguous: that of the hash's bytes or of its text.
        foreach (var member in InnerMembers.Where(member => item.Find(member) is not null))
            item.Fault(member, "stands beside `fingerprint`; move it into `fingerprint`");
        if (item.Child("fingerprint", "of", "pem", "hash", "output") is not { } fingerprint) return null;
        var subject = fingerprint.Choice("of", Subjects, required: true);
        var pem = fingerprint.Template("pem", "a PEM certificate or key as a template", required: true);
        var hash = fingerprint.Choice("hash", Hashes) == "sha1" ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;
        var form = OutputReader.Read(fingerprint) ?? OutputForm.LowerHex;
        return pem is null ? null : new(name, subject == "certificate", pem, hash, form);
    }
}
