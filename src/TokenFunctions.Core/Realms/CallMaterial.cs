using TokenFunctions.Tokens;

namespace TokenFunctions.Realms;

/// <summary>What one attempt is given to ask the provider with.</summary>
/// <param name="Secret">The credential.</param>
public sealed record CallMaterial(SecretFields Secret)
{
    private static readonly Dictionary<string, SecretText> None = new(StringComparer.Ordinal);

    /// <summary>Whose token is asked for; null = nobody's, as in a trial.</summary>
    public TokenKey? Key { get; init; }

    /// <summary>The tokens of other realms, by <c>uses.as</c>.</summary>
    public IReadOnlyDictionary<string, SecretText> Uses { get; init; } = None;

    /// <summary>The pushed values, by <c>inputs.name</c>.</summary>
    public IReadOnlyDictionary<string, SecretText> Inputs { get; init; } = None;

    /// <summary>The values kept from the last answer, or the initial ones, by <c>state.name</c>.</summary>
    public IReadOnlyDictionary<string, SecretText> State { get; init; } = None;

    /// <summary>Whether somebody wants another token than the provider's present one: sends the arguments with
    /// <c>when: force</c>.</summary>
    public bool Forced { get; init; }

    /// <summary>The names of the secret's fields, never a value.</summary>
    public override string ToString() => Secret.ToString();
}
