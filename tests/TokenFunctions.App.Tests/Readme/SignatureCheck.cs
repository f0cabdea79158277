using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TokenFunctions.App.Tests.Readme;

/// <summary>The README's check of a notice's signature, word for word.</summary>
internal static class SignatureCheck
{
    public static bool Passes(string key, string id, string timestamp, string signature, byte[] body)
    {
        return IsGenuine(key, id, timestamp, signature, body);

        static bool IsGenuine(string key, string id, string timestamp, string signature, byte[] body)
        {
            var age = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - long.Parse(timestamp, CultureInfo.InvariantCulture);
            var bytes = Convert.FromBase64String(key.Replace("whsec_", "", StringComparison.Ordinal));
            byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
            var expected = Encoding.ASCII.GetBytes($"v1,{Convert.ToBase64String(HMACSHA256.HashData(bytes, signed))}");
            return Math.Abs(age) < 300 && CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(signature));
        }
    }
}
