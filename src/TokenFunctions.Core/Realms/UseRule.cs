using TokenFunctions.Realms.Templates;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms;

/// <summary>Another realm's token that this one is got with: one of <c>uses</c>. It is taken from the broker, never
/// fetched beside it.</summary>
/// <param name="As">Its name in templates: <c>${uses.NAME}</c>.</param>
/// <param name="Realm">The realm.</param>
public sealed record UseRule(string As, string Realm)
{
    /// <summary>The key at that realm.</summary>
    internal Template Key { get; init; } = Template.Of("");

    /// <summary>The key at that realm where it is the same for every secret; null = it depends on the secret.</summary>
    public string? FixedKey => Key.IsLiteral ? KeyFor(SecretFields.None) : null;

    /// <summary>The key at that realm for this secret; null when the secret lacks what it is made of.</summary>
    public string? KeyFor(SecretFields secret)
    {
        var scope = new AttemptScope(new CallMaterial(secret), default);
        return Key.LacksValue(scope) ? null : Key.Fill(scope);
    }
}
