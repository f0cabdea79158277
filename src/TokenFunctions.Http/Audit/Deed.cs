using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Audit;

/// <summary>What somebody is about to do: the part of an audit entry that is known before it is done.</summary>
/// <param name="Action">What, as <c>thing.verb</c>, such as <c>secret.save</c>.</param>
public sealed record Deed(string Action)
{
    /// <summary>The realm it is done to; null = none.</summary>
    public string? Realm { get; init; }

    /// <summary>The key of that realm; null = the realm as a whole, or none.</summary>
    public string? Key { get; init; }

    /// <summary>What else it is done to, such as a caller's id; null = nothing.</summary>
    public string? Subject { get; init; }

    /// <summary>What is done to one key of a realm.</summary>
    public static Deed On(string action, TokenKey key) => new(action) { Realm = key.Realm, Key = key.Key };
}
