using System.Text;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>HTTP Basic (RFC 7617) with the credential of the secret.</summary>
/// <param name="Username">The user's name.</param>
/// <param name="Password">The password.</param>
/// <param name="FormEncoded">Whether both are form-encoded first, as RFC 6749 §2.3.1 has it
/// for client credentials.</param>
internal sealed record BasicAuth(Template Username, Template Password, bool FormEncoded)
{
    /// <summary>The secret fields that it reads.</summary>
    public IEnumerable<string> Fields => Username.Fields.Concat(Password.Fields);

    /// <summary>The credentials for one attempt, as they follow the scheme's name.</summary>
    public string Fill(AttemptScope scope) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Text(Username, scope)}:{Text(Password, scope)}"));

    private string Text(Template template, AttemptScope scope)
    {
        var text = template.Fill(scope);
        return FormEncoded ? FormText.Escape(text) : text;
    }
}
