namespace TokenFunctions.Realms;

/// <summary>Which answers of the provider's API say that the token is dead: one of <c>attach.dead</c>. A null condition
/// matches anything; at least one is given.</summary>
/// <param name="Statuses">The HTTP statuses; null = any.</param>
/// <param name="Codes">The codes in the answer's body, as text, at <see cref="AttachRule.CodePaths"/>; null = any.</param>
public sealed record DeadRule(IReadOnlyList<int>? Statuses, IReadOnlyList<string>? Codes);
