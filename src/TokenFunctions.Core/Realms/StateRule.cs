using TokenFunctions.Realms.Paths;
using TokenFunctions.Realms.Templates;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms;

/// <summary>A value that each answer may renew, as a rotating refresh token: one of <c>state</c>.</summary>
/// <param name="Name">Its name in templates: <c>${state.NAME}</c>.</param>
public sealed record StateRule(string Name)
{
    /// <summary>The first value.</summary>
    internal Template Initial { get; init; } = Template.Of("");

    /// <summary>Where an answer holds the next one.</summary>
    internal ValuePath Path { get; init; } = ValuePath.Whole;

    /// <summary>The first value for this secret; null when the secret lacks what it is made of.</summary>
    public SecretText? InitialFor(SecretFields secret)
    {
        var scope = new AttemptScope(new CallMaterial(secret), default);
        return Initial.LacksValue(scope) ? null : new SecretText(Initial.Fill(scope));
    }
}
