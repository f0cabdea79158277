using System.Net.Http.Headers;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Remote;

/// <summary>An answer that is given anew when the service says that it still holds.</summary>
/// <param name="Result">The answer.</param>
/// <param name="Tag">By which the service knows it.</param>
internal sealed record HeldAnswer(TokenResult Result, EntityTagHeaderValue Tag);
