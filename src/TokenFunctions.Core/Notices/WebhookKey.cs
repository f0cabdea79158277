using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TokenFunctions.Notices;

/// <summary>The secret that notices are signed with, known to this service and to the receiver.</summary>
public sealed class WebhookKey
{
    private const string Prefix = "whsec_";
    private const int Least = 24;
    private const int Most = 64;

    private readonly byte[] bytes;

    private WebhookKey(byte[] bytes) => this.bytes = bytes;

    /// <summary>Reads the setting: 24 to 64 random bytes in base64, with or without <c>whsec_</c> before them (Standard
    /// Webhooks 1.0.0, "Signature scheme").</summary>
    /// <returns>False = not of that form.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WebhookKey? key)
    {
        key = null;
        var bare = (text ?? "").Trim();
        if (bare.StartsWith(Prefix, StringComparison.Ordinal)) bare = bare[Prefix.Length..];
        var parsed = new byte[Most + 1];
        if (!Convert.TryFromBase64String(bare, parsed, out var count) || count is < Least or > Most) return false;
        key = new WebhookKey(parsed[..count]);
        return true;
    }

    /// <summary>The value of <c>webhook-signature</c>: <c>v1,</c> and the HMAC-SHA256 of
    /// <c>id.timestamp.body</c> in base64.</summary>
    /// <param name="id">The value of <c>webhook-id</c>.</param>
    /// <param name="timestamp">The value of <c>webhook-timestamp</c>: Unix time in seconds.</param>
    /// <param name="body">The body as it is sent.</param>
    public string Sign(string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.");
        byte[] signed = [.. Encoding.UTF8.GetBytes(head), .. body];
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(bytes, signed))}";
    }

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";
}
