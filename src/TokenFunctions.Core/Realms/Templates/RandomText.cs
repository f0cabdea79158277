using System.Security.Cryptography;

namespace TokenFunctions.Realms.Templates;

/// <summary>Random texts from the system's cryptographic source.</summary>
internal static class RandomText
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Draws one.</summary>
    public static string Draw(RandomKind kind, int length) => kind switch
    {
        RandomKind.Uuid => Guid.NewGuid().ToString("D"),
        RandomKind.Hex => RandomNumberGenerator.GetHexString(length, lowercase: true),
        _ => RandomNumberGenerator.GetString(Letters, length),
    };
}
