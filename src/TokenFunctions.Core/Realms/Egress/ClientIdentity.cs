using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace TokenFunctions.Realms.Egress;

/// <summary>What a connection shows of itself to a provider (RFC 8705 §2), and whom it trusts there.</summary>
public sealed class ClientIdentity : IDisposable
{
    private readonly X509Certificate2? certificate;
    private readonly X509Certificate2Collection chain;
    private readonly X509Certificate2Collection authorities;

    /// <summary>An identity; the certificates belong to it from here on.</summary>
    /// <param name="certificate">The certificate with its private key; null = none is shown.</param>
    /// <param name="chain">The certificates above it that the provider may need.</param>
    /// <param name="authorities">Whom the provider's certificate must come from; none = the system's trust.</param>
    internal ClientIdentity(
        X509Certificate2? certificate, X509Certificate2Collection chain, X509Certificate2Collection authorities) =>
        (this.certificate, this.chain, this.authorities) = (certificate, chain, authorities);

    /// <summary>The SHA-1 hash of the certificate in hex, which is no secret; null = none is shown.</summary>
    public string? Thumbprint => certificate?.Thumbprint;

    /// <summary>Has connections show the certificate and trust as they should.</summary>
    public void ApplyTo(SslClientAuthenticationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        // Offline: certificates that are missing in the chain must not be fetched around the guard.
        if (certificate is not null)
            options.ClientCertificateContext = SslStreamCertificateContext.Create(certificate, chain, offline: true);
        if (authorities.Count > 0) options.CertificateChainPolicy = ServerTrust.Only(authorities);
    }

    /// <summary>Forgets the private key.</summary>
    public void Dispose()
    {
        certificate?.Dispose();
        foreach (var other in chain.Concat(authorities)) other.Dispose();
    }

    /// <summary>A fixed text, nothing of the certificate.</summary>
    public override string ToString() => "client certificate";
}
