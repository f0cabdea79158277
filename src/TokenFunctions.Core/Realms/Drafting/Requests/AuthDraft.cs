using System.Text;
using System.Text.Json.Nodes;
using TokenFunctions.Realms.Drafting.Guesses;
using TokenFunctions.Realms.Drafting.Lines;

namespace TokenFunctions.Realms.Drafting.Requests;

/// <summary>The credentials of a curl line that stand neither in the query nor in the body.</summary>
internal sealed class AuthDraft(DraftFields fields, DraftNotes notes, bool isOAuth)
{
    private static readonly string[] Schemes = ["Token", "ApiKey", "Api-Key", "Key", "SSWS", "ID", "OAuth", "AppKey"];

    /// <summary>The member <c>auth</c>; null = none.</summary>
    public JsonObject? Auth(CurlLine line)
    {
        var (scheme, rest) = Cut(line.Header("Authorization") ?? "");
        if (Is(scheme, "Basic")) return Basic(Decode(rest), "header `Authorization`");
        if (Is(scheme, "Bearer")) return Bearer(rest, "header `Authorization`");
        if (scheme.Length > 0) return null;
        if (line.Bearer is { } token) return Bearer(token, "option `--oauth2-bearer`");
        return line.User is { } user ? Basic(user, "option `-u`") : null;
    }

    /// <summary>The header <c>Authorization</c> of a scheme that <c>auth</c> does not know; null = none.</summary>
    public string? Header(CurlLine line)
    {
        var whole = line.Header("Authorization") ?? "";
        var (scheme, rest) = Cut(whole);
        if (scheme.Length == 0 || Is(scheme, "Basic") || Is(scheme, "Bearer")) return null;
        var isKnown = rest.Length > 0 && Schemes.Any(known => Is(scheme, known));
        var value = isKnown ? rest : whole;
        var name = isKnown ? "api_key" : "authorization";
        var field = fields.Add(name, value, "header `Authorization`", ValueGuess.Secret);
        return isKnown ? $"{scheme} ${{{field}}}" : $"${field}";
    }

    private JsonObject Bearer(string token, string from)
    {
        var field = fields.Add("bearer_token", token, from, ValueGuess.Secret);
        notes.Add("The line asks for a token with another token. If that one is a signed JWT, make it with `vars.jwt`; "
            + "if another realm gives it, use `uses`; if it never ends, it may stay a field of the secret.");
        return new JsonObject { ["type"] = "bearer", ["token"] = $"${field}" };
    }

    private JsonObject Basic(string pair, string from)
    {
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        var (name, password) = colon < 0 ? (pair, (string?)null) : (pair[..colon], pair[(colon + 1)..]);
        if (password is null) notes.Add("The line has a user name but no password; one is expected in the secret.");
        var (nameField, passwordField) = isOAuth ? ("client_id", "client_secret") : ("username", "password");
        var username = fields.Add(nameField, name, from, colon < 0 ? ValueGuess.Secret : ValueGuess.Identifier);
        return new JsonObject
        {
            ["type"] = "basic",
            ["username"] = $"${username}",
            ["password"] = password is "" ? "" : Password(password ?? ""),
        };

        string Password(string value) => $"${fields.Add(passwordField, value, from, ValueGuess.Secret)}";
    }

    // A placeholder in place of base64 is a name at least.
    private static string Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        var isBase64 = Convert.TryFromBase64String(base64, bytes, out var length);
        return isBase64 && length > 0 ? Encoding.UTF8.GetString(bytes, 0, length) : ":" + base64;
    }

    private static (string Scheme, string Value) Cut(string value)
    {
        var blank = value.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? (value, "") : (value[..blank], value[(blank + 1)..].Trim());
    }

    private static bool Is(string scheme, string known) =>
        string.Equals(scheme, known, StringComparison.OrdinalIgnoreCase);
}
