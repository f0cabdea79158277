namespace TokenFunctions.Realms.Keys;

/// <summary>One object of a key text.</summary>
/// <param name="Label">What PEM calls it (RFC 7468), such as <c>PRIVATE KEY</c>; empty = bare DER.</param>
/// <param name="Der">The object.</param>
internal sealed record KeyBlock(string Label, byte[] Der)
{
    /// <summary>Whether it may be a private key that needs no passphrase.</summary>
    public bool IsOpenPrivateKey => IsBare || (Label.EndsWith("PRIVATE KEY", StringComparison.Ordinal) && !IsLocked);

    /// <summary>Whether it is a private key under a passphrase (PKCS#8, RFC 5958 §3).</summary>
    public bool IsLocked => Label == "ENCRYPTED PRIVATE KEY";

    /// <summary>Whether it may be a public key.</summary>
    public bool IsPublicKey => IsBare || Label.EndsWith("PUBLIC KEY", StringComparison.Ordinal);

    /// <summary>Whether it may be a certificate.</summary>
    public bool IsCertificate => IsBare || Label is "CERTIFICATE" or "X509 CERTIFICATE";

    private bool IsBare => Label.Length == 0;

    /// <summary>The label, never the object.</summary>
    public override string ToString() => Label;
}
