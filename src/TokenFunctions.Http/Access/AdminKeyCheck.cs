using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Access;

/// <summary>Compares the key that a request brings with the admin key, in a time that
/// tells nothing of either.</summary>
internal sealed class AdminKeyCheck(SecretText adminKey)
{
    private const string Scheme = "Bearer ";
    private readonly byte[] expected = Hash(adminKey.Reveal());

    public bool Allows(HttpRequest request)
    {
        var apiKey = request.Headers["x-api-key"].ToString();
        var bearer = Bearer(request.Headers.Authorization.ToString());
        var key = apiKey.Length > 0 ? apiKey : bearer;
        if (key.Length == 0 || (bearer.Length > 0 && !AreEqual(Hash(bearer), Hash(key)))) return false;
        return AreEqual(Hash(key), expected);
    }

    private static string Bearer(string authorization) =>
        authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? authorization[Scheme.Length..].Trim()
            : "";

    // Hashes are equally long whatever was sent.
    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static bool AreEqual(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);
}
