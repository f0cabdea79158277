using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Responses;

/// <summary>What is handed out for the token: <c>response.token_template</c>.</summary>
/// <param name="value">A template, or a JSON value with templates in it.</param>
internal sealed class TokenTemplate(JsonTemplate value)
{
    /// <summary>The secret fields that it reads.</summary>
    public IEnumerable<string> Fields => value.Fields;

    /// <summary>The token; null when a value that it needs is not there.</summary>
    public string? Fill(AttemptScope scope)
    {
        if (Lacks(value, scope)) return null;
        return value.ToText(scope);
    }

    private static bool Lacks(JsonTemplate part, AttemptScope scope) =>
        part.Text?.LacksValue(scope) is true
        || (part.Members ?? []).Any(member => Lacks(member.Value, scope))
        || (part.Items ?? []).Any(item => Lacks(item, scope));
}
