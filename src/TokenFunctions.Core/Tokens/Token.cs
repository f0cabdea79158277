using System.Collections.ObjectModel;
using System.Text.Json;

namespace TokenFunctions.Tokens;

/// <summary>What the provider issued for (realm, key).</summary>
public sealed record Token
{
    private readonly TokenKey key;
    private readonly string type = "Bearer";
    private readonly long issuedAt;
    private readonly long expiresAt = UtcTicks.None;

    /// <summary>Whose token it is. All tokens of a realm share one text of its name.</summary>
    public required TokenKey Key
    {
        get => key;
        // What has a token is a realm, so there are no more names than there ever were realms.
        init => key = value with { Realm = string.Intern(value.Realm) };
    }

    /// <summary>The value itself.</summary>
    public required SecretText Value { get; init; }

    /// <summary>The token's type as the provider names it, <c>Bearer</c> where it does not (RFC 6750).</summary>
    public string Type
    {
        get => type;
        // Nearly all are one of these, and need no text of their own.
        init => type = value switch { "Bearer" => "Bearer", "bearer" => "bearer", _ => value };
    }

    /// <summary>When the request for it was sent, store time, UTC.</summary>
    public required DateTimeOffset IssuedAt
    {
        get => new(issuedAt, TimeSpan.Zero);
        init => issuedAt = value.UtcTicks;
    }

    /// <summary>When it ends, store time, UTC; null = it does not expire.</summary>
    public DateTimeOffset? ExpiresAt
    {
        get => UtcTicks.Time(expiresAt);
        init => expiresAt = UtcTicks.Of(value);
    }

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
