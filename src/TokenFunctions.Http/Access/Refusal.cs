namespace TokenFunctions.Http.Access;

/// <summary>That a request was refused because of who sent it.</summary>
/// <param name="Code">The code of the problem.</param>
internal sealed record Refusal(string Code);
