using System.Security.Cryptography;
using System.Text.Json;

namespace TokenFunctions.Realms.Keys;

/// <summary>Tries whether bytes are a key of one kind.</summary>
internal static class KeyImport
{
    /// <summary>An RSA key; null when the import refuses it.</summary>
    public static AsymmetricAlgorithm? Rsa(Action<RSA> import) => Try(RSA.Create, import);

    /// <summary>A key on an elliptic curve; null when the import refuses it.</summary>
    public static AsymmetricAlgorithm? Ec(Action<ECDsa> import) => Try(ECDsa.Create, import);

    /// <summary>The key of a JWK; null when it holds none or its numbers make none.</summary>
    public static AsymmetricAlgorithm? Jwk(JsonElement jwk)
    {
        try
        {
            return JsonWebKey.Asymmetric(jwk);
        }
        catch (Exception fault) when (MeansNoKey(fault))
        {
            return null;
        }
    }

    private static T? Try<T>(Func<T> create, Action<T> import)
        where T : AsymmetricAlgorithm
    {
        var key = create();
        try
        {
            import(key);
            return key;
        }
        catch (Exception fault) when (MeansNoKey(fault))
        {
            key.Dispose();
            return null;
        }
    }

    // A curve or cipher that this system does not have is told by PlatformNotSupportedException.
    private static bool MeansNoKey(Exception fault) =>
        fault is CryptographicException or ArgumentException or NotSupportedException;
}
