using Microsoft.AspNetCore.Http;

namespace TokenFunctions.Http.Access.Keys;

/// <summary>The keys that a request brings.</summary>
/// <param name="ApiKey">What it sends as <c>x-api-key</c>; null = nothing.</param>
/// <param name="Bearer">What it sends as <c>Authorization: Bearer</c>; null = nothing.</param>
internal sealed record SentKeys(string? ApiKey, string? Bearer)
{
    private const string Scheme = "Bearer ";

    /// <summary>The one key; null = none.</summary>
    public string? Key => ApiKey ?? Bearer;

    /// <summary>Whether it is two different ones: none of them is then taken.</summary>
    public bool AreTwo =>
        ApiKey is not null && Bearer is not null && !string.Equals(ApiKey, Bearer, StringComparison.Ordinal);

    public static SentKeys Of(HttpRequest request) => new(
        request.Headers["x-api-key"].ToString() is { Length: > 0 } key ? key : null,
        BearerOf(request.Headers.Authorization.ToString()) is { Length: > 0 } bearer ? bearer : null);

    /// <summary>How many keys there are, never which.</summary>
    public override string ToString() => $"{(ApiKey is null ? 0 : 1) + (Bearer is null ? 0 : 1)} keys";

    private static string BearerOf(string authorization) =>
        authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? authorization[Scheme.Length..].Trim()
            : "";
}
