using System.Security.Cryptography;

namespace TokenFunctions.Testing.Keys;

/// <summary>A new key pair of a client that signs its assertions, in the forms in which people are handed keys.</summary>
public sealed class ClientKey : IDisposable
{
    private readonly AsymmetricAlgorithm pair;

    private ClientKey(string algorithm, AsymmetricAlgorithm pair) => (Algorithm, this.pair) = (algorithm, pair);

    /// <summary>The algorithm of signatures (RFC 7518 §3.1).</summary>
    public string Algorithm { get; }

    /// <summary>The name under which a provider has the public half.</summary>
    public string Id { get; } = $"key-{Guid.NewGuid():N}";

    /// <summary>PEM of the private key by RFC 5208; every algorithm has it.</summary>
    public string Pkcs8 => pair.ExportPkcs8PrivateKeyPem();

    /// <summary>PEM of an RSA private key by RFC 8017.</summary>
    public string Pkcs1 => ((RSA)pair).ExportRSAPrivateKeyPem();

    /// <summary>PEM of an EC private key by RFC 5915.</summary>
    public string Sec1 => ((ECDsa)pair).ExportECPrivateKeyPem();

    /// <summary>The private key as a JWK (RFC 7517).</summary>
    public string PrivateJwk => KeyJwk.Write(pair, Algorithm, Id, withPrivate: true).ToJsonString();

    /// <summary>The public key as a JWK (RFC 7517).</summary>
    public string PublicJwk => KeyJwk.Write(pair, Algorithm, Id, withPrivate: false).ToJsonString();

    /// <summary>A new key for RS256, PS256 or ES256.</summary>
    public static ClientKey Create(string algorithm) => algorithm == "ES256"
        ? new(algorithm, ECDsa.Create(ECCurve.NamedCurves.nistP256))
        : new(algorithm, RSA.Create(2048));

    public void Dispose() => pair.Dispose();
}
