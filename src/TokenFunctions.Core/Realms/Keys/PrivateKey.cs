using System.Security.Cryptography;

namespace TokenFunctions.Realms.Keys;

/// <summary>Reads private keys: PKCS#1, PKCS#8 and SEC1, in every form of <see cref="KeyText"/>, and JWK.</summary>
internal static class PrivateKey
{
    private const string Forms = "use PEM (PKCS#1, PKCS#8 or SEC1), PKCS#8 in base64, or a JWK";

    /// <summary>The first key of the text that can be read; never throws.</summary>
    /// <param name="text">The key as it was given.</param>
    /// <param name="passphrase">Opens a locked PKCS#8 key; null = there is none.</param>
    public static KeyReading Read(string text, string? passphrase = null)
    {
        if (string.IsNullOrWhiteSpace(text)) return KeyReading.Failed("is empty");
        var known = KeyText.Read(text);
        if (known.Jwk is { } jwk) return JsonWebKey.IsPrivate(jwk) ? FromJwk(known) : Unknown();
        foreach (var block in known.Blocks.Where(block => block.IsOpenPrivateKey))
            if (Open(block.Der) is { } key) return KeyReading.Of(key);
        if (known.Blocks.FirstOrDefault(block => block.IsLocked) is { } locked) return Unlock(locked.Der, passphrase);
        return known.Blocks.Any(block => block.Label.Length > 0 && !block.IsOpenPrivateKey)
            ? KeyReading.Failed("holds no private key, but another object; use the private key")
            : Unknown();
    }

    /// <summary>The key, whatever of the three forms it has; null when it is none of them.</summary>
    public static AsymmetricAlgorithm? Open(byte[] der) =>
        KeyImport.Rsa(key => key.ImportPkcs8PrivateKey(der, out _))
        ?? KeyImport.Ec(key => key.ImportPkcs8PrivateKey(der, out _))
        ?? KeyImport.Rsa(key => key.ImportRSAPrivateKey(der, out _))
        ?? KeyImport.Ec(key => key.ImportECPrivateKey(der, out _));

    private static KeyReading FromJwk(KeyText text) =>
        KeyImport.Jwk(text.Jwk!.Value) is { } key ? KeyReading.Of(key) : Unknown();

    private static KeyReading Unlock(byte[] der, string? passphrase)
    {
        if (string.IsNullOrEmpty(passphrase))
            return KeyReading.Failed("is locked with a passphrase, which was not given; use an open key without one");
        var key = KeyImport.Rsa(key => key.ImportEncryptedPkcs8PrivateKey(passphrase, der, out _))
            ?? KeyImport.Ec(key => key.ImportEncryptedPkcs8PrivateKey(passphrase, der, out _));
        return key is null ? KeyReading.Failed("cannot be opened with the passphrase") : KeyReading.Of(key);
    }

    private static KeyReading Unknown() => KeyReading.Failed($"holds no private key that can be read; {Forms}");
}
