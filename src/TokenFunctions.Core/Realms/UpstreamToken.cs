using System.Text.Json;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms;

/// <summary>A token as the provider answered it.</summary>
/// <param name="Value">The token.</param>
/// <param name="Life">How long it lives, counted from just before the request was sent;
/// null = it does not expire.</param>
public sealed record UpstreamToken(SecretText Value, TimeSpan? Life)
{
    /// <summary>The token's type; <c>Bearer</c> where the provider names none.</summary>
    public string Type { get; init; } = "Bearer";

    /// <summary>Which member of the config the life was found by, as <c>response.expires_at_path</c>; null = it does
    /// not expire.</summary>
    public string? LifeRule { get; init; }

    /// <summary>Further values of the answer, by <c>response.extra</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } =
        new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>The values of <c>state</c> that this answer renewed: they must be durable before the token is handed
    /// out.</summary>
    public IReadOnlyDictionary<string, SecretText> State { get; init; } =
        new Dictionary<string, SecretText>(StringComparer.Ordinal);
}
