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
        X509Certificate2Collection authorities = plan.Ca is { } ca ? CertificateText.Read(ca.Fill(scope)) : [];
        if (plan.Ca is not null && !authorities.Any(ServerTrust.IsRoot))
            return Failed("`tls.ca` holds no root certificate that can be read", plan.Ca);
        return plan is { Cert: { } cert, Key: { } key }
            ? Own(cert, key, authorities)
            : (new(null, [], authorities), null);
    }

    private (ClientIdentity? Identity, string? Fault) Own(
        Template certTemplate, Template keyTemplate, X509Certificate2Collection authorities)
    {
        var (key, fault) = PrivateKey.Read(keyTemplate.Fill(scope), plan.Passphrase?.Fill(scope));
        using (key)
        {
            if (key is null) return Failed("`tls.key` " + fault, keyTemplate, plan.Passphrase);
            var chain = CertificateText.Read(certTemplate.Fill(scope));
            if (chain.Count == 0) return Failed("`tls.cert` holds no certificate that can be read", certTemplate);
            // Some write the chain with its root first.
            using var own = chain.FirstOrDefault(certificate => IsPair(certificate, key));
            if (own is null) return Failed("`tls.key` does not belong to `tls.cert`", certTemplate, keyTemplate);
            chain.Remove(own);
            return (new(WithKey(own, key), chain, authorities), null);
        }
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
