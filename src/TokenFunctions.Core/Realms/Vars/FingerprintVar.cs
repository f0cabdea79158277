using System.Security.Cryptography;
using TokenFunctions.Realms.Keys;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Vars;

/// <summary>A var that is the hash of a certificate or of a public key.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OfCertificate">Whether the whole certificate counts, else its public key.</param>
/// <param name="Pem">The certificate or key.</param>
/// <param name="Hash">The hash.</param>
/// <param name="Form">How the hash is written.</param>
internal sealed record FingerprintVar(
    string Name, bool OfCertificate, Template Pem, HashAlgorithmName Hash, OutputForm Form) : VarPlan(Name)
{
    /// <inheritdoc/>
    public override IEnumerable<string> Fields => Pem.Fields;

    /// <inheritdoc/>
    public override VarResult Evaluate(AttemptScope scope)
    {
        if (VarFault.OfMissing(Name, scope, Pem) is { } missing) return missing;
        var text = Pem.Fill(scope);
        var der = OfCertificate ? Certificate(text) : PublicKeyInfo.Find(text);
        if (der is not null) return VarResult.Of(Output.Write(CryptographicOperations.HashData(Hash, der), Form));
        var wanted = OfCertificate ? "certificate" : "key or certificate";
        return VarFault.Of(Name, $"its `pem` holds no {wanted} that can be read", Pem);
    }

    private static byte[]? Certificate(string text)
    {
        var all = CertificateText.Read(text);
        var der = all.Count == 0 ? null : all[0].RawData;
        foreach (var certificate in all) certificate.Dispose();
        return der;
    }
}
