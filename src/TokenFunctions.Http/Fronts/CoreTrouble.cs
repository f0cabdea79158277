namespace TokenFunctions.Http.Fronts;

/// <summary>Why a front gets nothing from its core.</summary>
/// <param name="Code">The code that callers are told.</param>
/// <param name="Since">When it was first seen, the time of the front's own store.</param>
internal sealed record CoreTrouble(string Code, DateTimeOffset Since);
