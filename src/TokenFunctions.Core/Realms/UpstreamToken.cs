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

    /// <summary>Further values of the answer, by <c>response.extra</c>.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}
