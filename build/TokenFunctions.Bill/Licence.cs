namespace TokenFunctions.Bill;

/// <summary>Under what a package may be used.</summary>
/// <param name="Name">Its SPDX identifier, or how its text begins where it has none.</param>
/// <param name="Text">Its text, where the package brings one of its own; null = the one that the identifier stands
/// for.</param>
internal sealed record Licence(string Name, string? Text = null);
