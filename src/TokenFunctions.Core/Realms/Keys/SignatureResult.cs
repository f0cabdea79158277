namespace TokenFunctions.Realms.Keys;

/// <summary>A signature, or why there is none.</summary>
/// <param name="Signature">The signature; null when there is a fault.</param>
/// <param name="Fault">What is wrong with the key, without any of it: the end of a sentence that begins with the
/// key.</param>
internal readonly record struct SignatureResult(byte[]? Signature, string? Fault)
{
    /// <summary>A signature.</summary>
    public static SignatureResult Of(byte[] signature) => new(signature, null);

    /// <summary>A fault.</summary>
    public static SignatureResult Failed(string fault) => new(null, fault);
}
