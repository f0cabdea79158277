using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>A bearer token (RFC 6750 §2.1), as a signed assertion or the token of an earlier step.</summary>
/// <param name="Token">The token.</param>
internal sealed record BearerAuth(Template Token) : IRequestAuth
{
    /// <inheritdoc/>
    public IReadOnlyList<string> HeaderNames => ["Authorization"];

    /// <inheritdoc/>
    public IEnumerable<TemplatePart> Parts => Token.Parts;

    /// <inheritdoc/>
    public string Authorize(RequestDraft draft, AttemptScope scope)
    {
        var token = Token.Fill(scope);
        draft.Headers.Set("Authorization", "Bearer " + token);
        return token;
    }
}
