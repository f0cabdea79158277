using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TokenFunctions.Tokens;

namespace TokenFunctions.Notices;

/// <summary>One thing that the operators are told, once. It never holds a value of a secret or a token, nor what a
/// provider answered beyond its cleaned error code.</summary>
/// <param name="Type">What happened: <see cref="Failed"/>, <see cref="Working"/> or <see cref="Expiring"/>.</param>
/// <param name="Key">Of which secret.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Detail">One sentence that says it.</param>
internal sealed record Notice(string Type, TokenKey Key, DateTimeOffset At, string Detail)
{
    /// <summary>A credential stopped working, and somebody has to do something.</summary>
    public const string Failed = "credential.failed";

    /// <summary>A credential of which the contrary was told works again.</summary>
    public const string Working = "credential.working";

    /// <summary>A secret is about to expire, by the <c>expires_at</c> it was stored with.</summary>
    public const string Expiring = "secret.expiring";

    /// <summary>The failure's code as the HTTP API has it; null = it is no failure.</summary>
    public string? Code { get; init; }

    /// <summary>The provider's own error code, cleaned and capped; null = none.</summary>
    public string? UpstreamCode { get; init; }

    /// <summary>When the token (after <see cref="Working"/>) or the secret (<see cref="Expiring"/>) ends, UTC; null =
    /// it does not, or that is not the matter.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>One sentence for the person who has to mend it; null = nothing is to be done.</summary>
    public string? WhatToDo { get; init; }

    /// <summary>The same each time the notice is sent, by whichever instance, so that a receiver can drop doubles: made
    /// of type, address and time, and of nothing that could change between two sendings. It holds no full stop
    /// (Standard Webhooks 1.0.0, "Signature scheme").</summary>
    public string Id
    {
        get
        {
            var what = string.Create(CultureInfo.InvariantCulture, $"{Type}/{Key}/{At.ToUnixTimeMilliseconds()}");
            return $"msg_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 16))}";
        }
    }
}
