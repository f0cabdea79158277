using System.Text;
using System.Text.RegularExpressions;
using TokenFunctions.Realms.Drafting.Guesses;
using TokenFunctions.Realms.Drafting.Lines;

namespace TokenFunctions.Realms.Drafting.Requests;

/// <summary>The address of a curl line as a template, without its query.</summary>
internal sealed partial class AddressDraft(DraftFields fields, DraftNotes notes)
{
    private const string From = "the address";

    /// <summary>The template.</summary>
    public string Write(CurlAddress address)
    {
        if (!address.HasScheme)
            notes.Add("The address has no scheme; https was taken, while curl would have called http.");
        if (address.Origin.StartsWith("http:", StringComparison.Ordinal))
            notes.Add("The address is plain http: the secret crosses the network unprotected, and the service "
                + "refuses it unless it is allowed.");
        var segments = address.Path.Split('/');
        var path = string.Join('/', segments.Zip(segments.Prepend(""), Segment));
        return Placeholders(address.Origin, text => fields.Literal(text, confidentialOnly: true)) + path;
    }

    private string Segment(string segment, string before)
    {
        var isId = ValueShape.IsId(segment) || ValueShape.IsRandom(segment);
        if (IsSecret(segment) || (isId && NameWords.IsSecret(NameWords.Plain(before))))
        {
            notes.Add("A part of the path looks confidential and became a field of the secret.");
            return "${" + fields.Add("path_key", segment, From, ValueGuess.Secret) + "}";
        }
        if (isId)
            notes.Add($"The path's part `{segment}` looks like an ID and stayed in `url`; make it a field of the "
                + "secret if it differs between accounts.");
        return Placeholders(segment, text => fields.Literal(text));
    }

    private string Placeholders(string text, Func<string, string> plain)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (Match found in Placeholder().Matches(text))
        {
            var field = fields.Add(
                FieldWords.NameOf(found.Groups["name"].Value), found.Value, From, ValueGuess.Identifier);
            result.Append(plain(text[at..found.Index])).Append("${").Append(field).Append('}');
            at = found.Index + found.Length;
            notes.Add($"`${{{field}}}` in `url` stands for a placeholder of the line.");
        }
        return result.Append(plain(text[at..])).ToString();
    }

    // A segment may have parameters behind semicolons (RFC 3986 §3.3).
    private static bool IsSecret(string segment) =>
        ValueShape.IsCredential(segment) || Array.Exists(segment.Split(';'), LooksDrawn);

    private static bool LooksDrawn(string text) =>
        text.Length >= 24 && ValueShape.IsRandom(text) && !ValueShape.IsId(text)
        && text.Any(char.IsAsciiLetterUpper) && text.Any(char.IsAsciiLetterLower);

    // ${TENANT}, $TENANT, {{tenant}}, {tenant}, <tenant>, :tenant, TENANT_ID, YOUR_DOMAIN, your-tenant, yourTenant.
    [GeneratedRegex(
        @"\$\{(?<name>[^{}]*)\}|\$\((?<name>[^()]*)\)|\$(?<name>\w+)|\{\{(?<name>[^{}]*)\}\}|\{(?<name>[^{}]*)\}"
        + @"|<(?<name>[^<>]*)>|^:(?<name>[A-Za-z]\w*)$"
        + @"|(?<![\w-])(?<name>YOUR[A-Z0-9_-]+|[A-Z][A-Z0-9]*(_[A-Z0-9]+)+)(?![\w-])"
        + @"|(?<![\w-])(?<name>[Yy]our[-_]\w[\w-]*|your([A-Z]\w*|domain|tenant|company|instance|subdomain|org|host))"
        + @"(?![\w-])",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
