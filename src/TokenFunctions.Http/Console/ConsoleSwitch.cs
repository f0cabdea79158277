namespace TokenFunctions.Http.Console;

/// <summary>Whether the console, the page for people, is served.</summary>
/// <param name="IsOn">It is; otherwise its routes are as if there were none.</param>
public sealed record ConsoleSwitch(bool IsOn);
