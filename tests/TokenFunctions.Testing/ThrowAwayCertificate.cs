using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TokenFunctions.Testing;

/// <summary>Self-signed certificates for servers on 127.0.0.1, and clients that trust one of them only.</summary>
public static class ThrowAwayCertificate
{
    /// <summary>A new certificate for 127.0.0.1 and localhost, good for a day.</summary>
    public static X509Certificate2 Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddMinutes(-5), now.AddDays(1));
        // The key of a certificate made in memory is not usable by every TLS stack until it went through a PKCS #12 file.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
    }

    /// <summary>Writes certificate and key as PEM files, for servers that are not .NET.</summary>
    public static async Task SavePemAsync(X509Certificate2 certificate, string certificatePath, string keyPath)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        using var key = certificate.GetECDsaPrivateKey()!;
        await File.WriteAllTextAsync(certificatePath, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(keyPath, key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>A handler that trusts this one certificate and no other.</summary>
    public static SocketsHttpHandler HandlerTrusting(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var pin = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback =
            (_, shown, _, _) => shown is X509Certificate2 c && c.GetCertHashString(HashAlgorithmName.SHA256) == pin;
        return handler;
    }
}
