using System.Net.Http.Headers;

namespace TokenFunctions.Client.Remote;

/// <summary>What a credential gave; one of the two is null.</summary>
/// <param name="Header">The header that shows its token.</param>
/// <param name="Fault">Why there is none: the kind of the exception, which holds nothing confidential.</param>
internal sealed record EntraAnswer(AuthenticationHeaderValue? Header, string? Fault)
{
    /// <summary>Whether there is a token, never which.</summary>
    public override string ToString() => Header is null ? "no token" : "a token";
}
