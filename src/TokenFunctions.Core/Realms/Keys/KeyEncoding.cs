namespace TokenFunctions.Realms.Keys;

/// <summary>How a text stands for the bytes of a symmetric key: <c>key_encoding</c>.</summary>
internal enum KeyEncoding
{
    /// <summary>The bytes of the text itself, or of the JWK (<c>oct</c>) that it is.</summary>
    Utf8,

    /// <summary>Hex digits of either case.</summary>
    Hex,

    /// <summary>Base64 of either alphabet.</summary>
    Base64,
}
