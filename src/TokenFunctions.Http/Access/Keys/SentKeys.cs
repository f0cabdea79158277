using Microsoft.AspNetCore.Http;

namespace TokenFunctions.Http.Access.Keys;

/// <summary>The keys that a request brings.</summary>
internal readonly ref struct SentKeys
{
    private const string Scheme = "Bearer ";

    private SentKeys(ReadOnlySpan<char> apiKey, ReadOnlySpan<char> bearer)
    {
        ApiKey = apiKey;
        Bearer = bearer;
    }

    /// <summary>What it sends as <c>x-api-key</c>; empty = nothing.</summary>
    public ReadOnlySpan<char> ApiKey { get; }

    /// <summary>What it sends as <c>Authorization: Bearer</c>; empty = nothing.</summary>
    public ReadOnlySpan<char> Bearer { get; }

    /// <summary>The one key; empty = none.</summary>
    public ReadOnlySpan<char> Key => ApiKey.IsEmpty ? Bearer : ApiKey;

    /// <summary>Whether it is two different ones: none of them is then taken.</summary>
    public bool AreTwo => !ApiKey.IsEmpty && !Bearer.IsEmpty && !ApiKey.SequenceEqual(Bearer);

    public static SentKeys Of(HttpRequest request) =>
        new(request.Headers["x-api-key"].ToString(), BearerOf(request.Headers.Authorization.ToString()));

    public SentKeys WithoutBearer() => new(ApiKey, default);

    /// <summary>How many keys there are, never which.</summary>
    public override string ToString() => $"{(ApiKey.IsEmpty ? 0 : 1) + (Bearer.IsEmpty ? 0 : 1)} keys";

    private static ReadOnlySpan<char> BearerOf(ReadOnlySpan<char> authorization) =>
        authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? authorization[Scheme.Length..].Trim()
            : default;
}
