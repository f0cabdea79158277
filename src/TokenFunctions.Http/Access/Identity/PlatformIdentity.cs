using System.Text.Json;

namespace TokenFunctions.Http.Access.Identity;

/// <summary>What the platform says of the token that a request came with.</summary>
/// <param name="AppId">The client id of the application that asks for itself, in lower case; null = it asks for a
/// person, or it is none of Entra's.</param>
/// <param name="Roles">The app roles that the token holds, each once, in the order of their names.</param>
internal sealed record PlatformIdentity(string? AppId, IReadOnlyList<string> Roles)
{
    private const int MaxLength = 24 * 1024;
    private const int MaxDepth = 4;
    private const string Entra = "aad";
    private static readonly string[] AppClaims = ["appid", "azp"];
    private static readonly string[] RoleClaims =
        ["roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];
    private static readonly string[] PersonClaims = ["scp", "http://schemas.microsoft.com/identity/claims/scope"];

    /// <summary>Reads <see cref="PlatformHeaders.Principal"/>; null = it is broken.</summary>
    public static PlatformIdentity? Parse(string header)
    {
        var bytes = new byte[header.Length];
        if (header.Length > MaxLength || !Convert.TryFromBase64String(header, bytes, out var length)) return null;
        try
        {
            using var json = JsonDocument.Parse(
                bytes.AsMemory(0, length), new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PlatformIdentity? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || Text(root, "auth_typ") is not { } provider) return null;
        if (!root.TryGetProperty("claims", out var list) || list.ValueKind != JsonValueKind.Array) return null;
        // Another provider's claims have other meanings, and may be of its users' own choice.
        if (!string.Equals(provider, Entra, StringComparison.OrdinalIgnoreCase)) return new PlatformIdentity(null, []);
        var claims = new List<(string Type, string Value)>();
        foreach (var claim in list.EnumerateArray())
        {
            if (claim.ValueKind != JsonValueKind.Object) return null;
            if (Text(claim, "typ") is not { } type || Text(claim, "val") is not { } value) return null;
            claims.Add((type, value));
        }

        return Of(claims);
    }

    private static PlatformIdentity? Of(List<(string Type, string Value)> claims)
    {
        var apps = Values(claims, AppClaims).Select(Canonical).Distinct(StringComparer.Ordinal).ToList();
        if (apps.Count > 1 || apps.Contains(null)) return null;
        // Anybody can have a token for himself by a public client, and it bears that client's id.
        var isPerson = Values(claims, PersonClaims).Any();
        var roles = Values(claims, RoleClaims).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new PlatformIdentity(isPerson ? null : apps.FirstOrDefault(), [.. roles]);
    }

    private static IEnumerable<string> Values(List<(string Type, string Value)> claims, string[] types) =>
        claims.Where(claim => types.Contains(claim.Type, StringComparer.Ordinal)).Select(claim => claim.Value);

    private static string? Canonical(string id) =>
        Guid.TryParseExact(id, "D", out var guid) ? guid.ToString("D") : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
