using System.Text;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>HTTP Basic (RFC 7617) with the credential of the secret.</summary>
/// <param name="Username">The user's name.</param>
/// <param name="Password">The password.</param>
/// <param name="FormEncoded">Whether both are form-encoded first, as RFC 6749 §2.3.1 has it
/// for client credentials.</param>
internal sealed record BasicAuth(Template Username, Template Password, bool FormEncoded) : IRequestAuth
{
    /// <inheritdoc/>
    public IReadOnlyList<string> HeaderNames => ["Authorization"];

    /// <inheritdoc/>
    public IEnumerable<TemplatePart> Parts => Username.Parts.Concat(Password.Parts);

    /// <inheritdoc/>
    public string Authorize(RequestDraft draft, AttemptScope scope)
    {
        var pair = Encoding.UTF8.GetBytes($"{Text(Username, scope)}:{Text(Password, scope)}");
        var credentials = Convert.ToBase64String(pair);
        draft.Headers.Set("Authorization", "Basic " + credentials);
        return credentials;
    }

    private string Text(Template template, AttemptScope scope)
    {
        var text = template.Fill(scope);
        return FormEncoded ? FormText.Escape(text) : text;
    }
}
