using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>auth</c>.</summary>
internal static class AuthReader
{
    private const string Allowed = "a template";
    private static readonly string[] Types = ["basic", "bearer", "aws_sigv4"];
    private static readonly string[] Encodings = ["raw", "form"];
    private static readonly string[] Aws =
        ["service", "region", "access_key_id", "secret_access_key", "session_token"];

    private static readonly Dictionary<string, string[]> Members = new(StringComparer.Ordinal)
    {
        ["basic"] = ["username", "password", "encoding"],
        ["bearer"] = ["token"],
        ["aws_sigv4"] = Aws,
    };

    /// <summary>How the request is authorized; null when the member is absent or wrong.</summary>
    /// <param name="config">The exchange.</param>
    /// <param name="arguments">Its arguments, which may not set the same headers.</param>
    public static IRequestAuth? Read(ConfigObject config, IEnumerable<Argument> arguments)
    {
        if (config.Child("auth", ["type", .. Members.Values.SelectMany(names => names)]) is not { } auth) return null;
        var before = auth.Check.Errors.Count;
        var type = auth.Choice("type", Types, required: true);
        if (auth.Check.Errors.Count > before) return null;
        CheckMembers(auth, type);
        IRequestAuth? result = type switch
        {
            "basic" => Basic(auth),
            "bearer" => auth.Template("token", Allowed, required: true) is { } token ? new BearerAuth(token) : null,
            _ => AwsSigV4(auth),
        };
        if (result is not null) CheckHeaders(config, result, arguments);
        return result;
    }

    private static void CheckMembers(ConfigObject auth, string type)
    {
        foreach (var (owner, members) in Members)
            foreach (var member in members)
                if (owner != type && auth.Find(member) is not null)
                    auth.Fault(member, $"belongs to {owner}, but `type` is {type}; leave it out, or change `type`");
    }

    private static BasicAuth Basic(ConfigObject auth)
    {
        // Where a key is the whole credential, providers leave the other half empty.
        var username = auth.Template("username", Allowed, required: auth.Find("password") is null) ?? Template.Of("");
        var password = auth.Template("password", Allowed) ?? Template.Of("");
        var encoding = auth.Choice("encoding", Encodings);
        return new(username, password, encoding == "form");
    }

    private static AwsAuth? AwsSigV4(ConfigObject auth)
    {
        var read = Aws.Select(name => auth.Template(name, Allowed, required: name != "session_token")).ToList();
        return read is [{ } service, { } region, { } id, { } key, var token]
            ? new AwsAuth(service, region, id, key, token)
            : null;
    }

    private static void CheckHeaders(ConfigObject config, IRequestAuth auth, IEnumerable<Argument> arguments)
    {
        var twice = auth.HeaderNames.Where(name => arguments.Any(argument => argument.Place == ArgumentPlace.Header
            && string.Equals(argument.Name, name, StringComparison.OrdinalIgnoreCase)));
        foreach (var name in twice)
            config.Fault("auth", $"and an argument both set the header `{name}`; leave one of them out");
    }
}
