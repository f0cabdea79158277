using System.Text.Json;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads how the life of a token is found.</summary>
internal static class LifeReader
{
    // Ten years: as long as any key with an end that the catalogue knows.
    private const long MaxTtlSeconds = 315_360_000;

    private static readonly string[] Units = ["s", "ms", "min", "h", "d"];
    private static readonly double[] UnitSeconds = [1, 0.001, 60, 3_600, 86_400];
    private static readonly string[] OfResponse = ["expires_at_path", "expires_from_jwt", "default_ttl_sec"];

    /// <summary>The rules; what is absent is not tried.</summary>
    public static LifePlan Read(ConfigObject config, ConfigObject? response)
    {
        var expiresIn = config.Paths("expires_in_path");
        if (response is null) return new() { ExpiresIn = expiresIn };
        var unit = Array.IndexOf(Units, response.Choice("expires_in_unit", Units));
        return new()
        {
            ExpiresIn = expiresIn,
            Unit = TimeSpan.FromSeconds(UnitSeconds[unit]),
            ExpiresAt = response.Paths("expires_at_path"),
            ExpiresAtFormat = Format(response, "expires_at_format"),
            IssuedAt = response.Paths("issued_at_path"),
            IssuedAtFormat = Format(response, "issued_at_format"),
            FromJwt = response.Flag("expires_from_jwt"),
            DefaultTtl = Seconds(response, "default_ttl_sec"),
            MaxTtl = Seconds(response, "max_ttl_sec"),
        };
    }

    /// <summary>Notes a fault when no member tells the life.</summary>
    public static void Demand(ConfigObject config, ConfigObject? response)
    {
        if (config.Find("expires_in_path") is not null) return;
        if (response is not null && OfResponse.Any(member => Tells(response, member))) return;
        config.Fault("expires_in_path", "is missing; use a path, or give `response.default_ttl_sec`,"
            + " `response.expires_at_path` or `response.expires_from_jwt`");
    }

    private static bool Tells(ConfigObject response, string member) =>
        response.Find(member) is { ValueKind: not JsonValueKind.False };

    private static TimeSpan? Seconds(ConfigObject response, string member) =>
        response.Whole(member, 1, MaxTtlSeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static InstantFormat Format(ConfigObject response, string member)
    {
        if (response.Text(member, InstantFormat.InWords) is not { } text) return InstantFormat.Auto;
        if (InstantFormat.TryParse(text) is { } format) return format;
        response.Fault(member, $"is `{ConfigText.Show(text)}`; use {InstantFormat.InWords}");
        return InstantFormat.Auto;
    }
}
