using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TokenFunctions.Core.Tests.Realms.Doubles;

/// <summary>An authority that issues certificates for a test.</summary>
internal sealed class Issuer : IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private Issuer(X509Certificate2 certificate) => Certificate = certificate;

    public X509Certificate2 Certificate { get; }

    public string Pem => Certificate.ExportCertificatePem();

    /// <summary>A root of its own.</summary>
    public static Issuer Root(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return new(request.CreateSelfSigned(Now.AddHours(-1), Now.AddHours(1)));
    }

    /// <summary>An authority below this one.</summary>
    public Issuer Below(string name) => new(Issue(name, new X509BasicConstraintsExtension(true, false, 0, true)));

    /// <summary>From when and until when what it issues is good, from now.</summary>
    public (TimeSpan From, TimeSpan To) Life { get; set; } = (TimeSpan.FromMinutes(-30), TimeSpan.FromMinutes(30));

    /// <summary>A certificate for a server of this name or address.</summary>
    public X509Certificate2 Server(string name, params X509Extension[] extensions)
    {
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address)) names.AddIpAddress(address);
        else names.AddDnsName(name);
        return Issue("server", [names.Build(), .. extensions]);
    }

    /// <summary>A certificate for a client.</summary>
    public X509Certificate2 Client(RSA? rsa = null) => Issue("client", rsa);

    public void Dispose() => Certificate.Dispose();

    private X509Certificate2 Issue(string name, params X509Extension[] extensions) => Issue(name, null, extensions);

    private X509Certificate2 Issue(string name, RSA? rsa, params X509Extension[] extensions)
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = rsa is null
            ? new CertificateRequest("CN=" + name, ec, HashAlgorithmName.SHA256)
            : new CertificateRequest("CN=" + name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        foreach (var extension in extensions) request.CertificateExtensions.Add(extension);
        using var key = Certificate.GetECDsaPrivateKey()!;
        using var made = request.Create(
            Certificate.SubjectName, X509SignatureGenerator.CreateForECDsa(key), Now + Life.From, Now + Life.To, RandomNumberGenerator.GetBytes(8));
        return rsa is null ? made.CopyWithPrivateKey(ec) : made.CopyWithPrivateKey(rsa);
    }
}
