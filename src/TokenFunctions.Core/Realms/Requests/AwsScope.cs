using System.Security.Cryptography;
using System.Text;

namespace TokenFunctions.Realms.Requests;

/// <summary>What a signature of AWS Signature Version 4 is good for: a day, a region and a service.</summary>
/// <param name="Time">The time of the request, ISO 8601 basic in UTC.</param>
/// <param name="Region">The region.</param>
/// <param name="Service">The service.</param>
internal sealed record AwsScope(string Time, string Region, string Service)
{
    /// <summary>The name of the algorithm.</summary>
    public const string Algorithm = "AWS4-HMAC-SHA256";

    private const string End = "aws4_request";

    /// <summary>The scope as credentials name it.</summary>
    public string Text => $"{Day}/{Region}/{Service}/{End}";

    private string Day => Time[..8];

    /// <summary>Signs a canonical request; lower-case hex.</summary>
    public string Sign(string canonicalRequest, string secretKey)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)));
        var key = Encoding.UTF8.GetBytes("AWS4" + secretKey);
        foreach (var step in new[] { Day, Region, Service, End }) key = Hmac(key, step);
        return Convert.ToHexStringLower(Hmac(key, $"{Algorithm}\n{Time}\n{Text}\n{hash}"));
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
