using System.Security.Cryptography;
using System.Text;
using TokenFunctions.Tokens;

namespace TokenFunctions.Storage;

/// <summary>One value that is kept from answer to answer, such as a rotating refresh token.</summary>
/// <param name="Value">The value.</param>
/// <param name="Origin">The fingerprint of the initial value that it goes back to: only when that is changed is the
/// initial value used again.</param>
public sealed record KeptValue(SecretText Value, string Origin)
{
    /// <summary>The fingerprint of an initial value.</summary>
    public static string OriginOf(SecretText initial)
    {
        ArgumentNullException.ThrowIfNull(initial);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(initial.Reveal())));
    }

    /// <summary>The type's name only.</summary>
    public override string ToString() => nameof(KeptValue);
}
