using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Keys;

/// <summary>Makes the client certificate of one attempt.</summary>
internal sealed class IdentityReader(TlsPlan plan, AttemptScope scope)
{
    /// <summary>The identity, or one sentence without any value on what is wrong; never throws.</summary>
    public (ClientIdentity? Identity, string? Fault) Read()
    {
        foreach (var template in new[] { plan.Cert, plan.Key, plan.Passphrase, plan.Ca })
            if (template?.LacksValue(scope) == true) return Failed("a value that it needs is not there", template);
        var (key, fault) = PrivateKey.Read(plan.Key.Fill(scope), plan.Passphrase?.Fill(scope));
        using (key)
        {
            if (key is null) return Failed("`tls.key` " + fault, plan.Key, plan.Passphrase);
            var certificates = CertificateText.Read(plan.Cert.Fill(scope));
            if (certificates.Count == 0) return Failed("`tls.cert` holds no certificate that can be read", plan.Cert);
            return Join(certificates, key);
        }
    }

    private (ClientIdentity? Identity, string? Fault) Join(
        X509Certificate2Collection certificates, AsymmetricAlgorithm key)
    {
        // Some write the chain with its root first.
        var own = certificates.FirstOrDefault(certificate => IsPair(certificate, key));
        if (own is null) return Failed("`tls.key` does not belong to `tls.cert`", plan.Cert, plan.Key);
        certificates.Remove(own);
        X509Certificate2Collection authorities = [];
        if (plan.Ca is { } ca)
        {
            authorities = CertificateText.Read(ca.Fill(scope));
            if (!authorities.Any(ServerTrust.IsRoot))
                return Failed("`tls.ca` holds no root certificate that can be read", ca);
        }
        using (own) return (new(WithKey(own, key), certificates, authorities), null);
    }

    private static bool IsPair(X509Certificate2 certificate, AsymmetricAlgorithm key) =>
        certificate.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo());

    private static X509Certificate2 WithKey(X509Certificate2 certificate, AsymmetricAlgorithm key)
    {
        using var joined = key is RSA rsa
            ? certificate.CopyWithPrivateKey(rsa)
            : certificate.CopyWithPrivateKey((ECDsa)key);
        // A key that was never in a PKCS #12 file is of no use to the TLS stack of Windows.
        return X509CertificateLoader.LoadPkcs12(joined.Export(X509ContentType.Pkcs12), null);
    }

    private static (ClientIdentity? Identity, string? Fault) Failed(string what, params IEnumerable<Template?> from) =>
        (null, $"The client certificate cannot be used: {what}; check {TemplateSources.InWords(from)}.");
}
