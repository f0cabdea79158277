using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace TokenFunctions.Realms.Keys;

/// <summary>A private key, or why there is none.</summary>
/// <param name="Key">An <see cref="RSA"/> or <see cref="ECDsa"/> key; null when there is a fault.</param>
/// <param name="Fault">What the text is or lacks, without any of it: the end of a sentence that begins with the
/// key.</param>
internal readonly record struct KeyReading(AsymmetricAlgorithm? Key, string? Fault)
{
    /// <summary>Whether there is a key.</summary>
    [MemberNotNullWhen(true, nameof(Key))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool HasKey => Key is not null;

    /// <summary>A key.</summary>
    public static KeyReading Of(AsymmetricAlgorithm key) => new(key, null);

    /// <summary>A fault.</summary>
    public static KeyReading Failed(string fault) => new(null, fault);
}
