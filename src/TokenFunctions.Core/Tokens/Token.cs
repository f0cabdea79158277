using System.Collections.ObjectModel;
using System.Text.Json;

namespace TokenFunctions.Tokens;

/// <summary>What the provider issued for (realm, key).</summary>
public sealed record Token
{
    /// <summary>Whose token it is.</summary>
    public required TokenKey Key { get; init; }

    /// <summary>The value itself.</summary>
    public required SecretText Value { get; init; }

    /// <summary>The token's type as the provider names it, <c>Bearer</c> where it does not (RFC 6750).</summary>
    public string Type { get; init; } = "Bearer";

    /// <summary>When the request for it was sent, store time, UTC.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>When it ends, store time, UTC; null = it does not expire.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Grows with every new value; starts at the Unix time in seconds, so that it never falls.</summary>
    public required long Generation { get; init; }

    /// <summary>Further values of the answer that go with the token, such as an instance's address.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } =
        ReadOnlyDictionary<string, JsonElement>.Empty;

    /// <summary>How long it lives in all; null = it does not expire.</summary>
    public TimeSpan? Life => ExpiresAt - IssuedAt;

    /// <summary>Address and generation, never the value.</summary>
    public override string ToString() => $"{Key} generation {Generation}";
}
