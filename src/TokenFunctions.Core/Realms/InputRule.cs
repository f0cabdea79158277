namespace TokenFunctions.Realms;

/// <summary>A value that somebody pushes, as a ticket: one of <c>inputs</c>.</summary>
/// <param name="Name">Its name in templates: <c>${inputs.NAME}</c>.</param>
/// <param name="MaxAge">How old it may be; null = of any age.</param>
public sealed record InputRule(string Name, TimeSpan? MaxAge);
