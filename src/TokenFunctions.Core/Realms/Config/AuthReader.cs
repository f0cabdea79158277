using TokenFunctions.Realms.Requests;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>auth</c>.</summary>
internal static class AuthReader
{
    private static readonly string[] Types = ["basic"];
    private static readonly string[] Encodings = ["raw", "form"];

    /// <summary>HTTP Basic; null when the member is absent or wrong.</summary>
    public static BasicAuth? Read(ConfigObject config, IEnumerable<NamedTemplate> headers)
    {
        if (config.Child("auth", "type", "username", "password", "encoding") is not { } auth) return null;
        auth.Choice("type", Types, required: true);
        var username = auth.Template("username", "a template", required: true);
        var password = auth.Template("password", "a template", required: true);
        var encoding = auth.Choice("encoding", Encodings);
        if (headers.Any(header => string.Equals(header.Name, "Authorization", StringComparison.OrdinalIgnoreCase)))
            config.Fault("auth", "and an argument both set the header `Authorization`; leave one of them out");
        return username is null || password is null ? null : new BasicAuth(username, password, encoding == "form");
    }
}
