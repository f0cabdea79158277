using System.Security.Cryptography.X509Certificates;

namespace TokenFunctions.Realms.Egress;

/// <summary>Whose certificates a provider may show. The host's name is checked by the TLS stack in any
/// case.</summary>
internal static class ServerTrust
{
    /// <summary>Those that the system trusts.</summary>
    // A certificate may name an address where its issuer can be had; the fetch would go around the guard.
    public static X509ChainPolicy System() =>
        new() { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };

    /// <summary>Those that come from these authorities, and no others.</summary>
    public static X509ChainPolicy Only(X509Certificate2Collection authorities)
    {
        var policy = System();
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        foreach (var authority in authorities)
            (IsRoot(authority) ? policy.CustomTrustStore : policy.ExtraStore).Add(authority);
        return policy;
    }

    /// <summary>Whether a certificate can be the end of a chain: it names itself as its issuer.</summary>
    public static bool IsRoot(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
}
