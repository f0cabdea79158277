using TokenFunctions.Realms.Paths;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>token_path</c>, <c>expires_in_path</c> and <c>response</c>.</summary>
internal static class ResponseReader
{
    // Ten years: as long as any key with an end that the catalogue knows.
    private const long MaxTtlSeconds = 315_360_000;

    /// <summary>How the answer is read; null when the token's place is not known.</summary>
    public static ResponsePlan? Read(ConfigObject config, string mode)
    {
        _ = mode;
        var token = config.Paths("token_path", required: true);
        var expiresIn = config.Paths("expires_in_path");
        var response = config.Child("response", "default_ttl_sec", "extra");
        var ttl = response?.Whole("default_ttl_sec", 1, MaxTtlSeconds);
        if (config.Find("expires_in_path") is null && response?.Find("default_ttl_sec") is null)
            config.Fault("expires_in_path", "is missing; use a path, or give `response.default_ttl_sec`");
        var extra = Extra(response);
        return token is null ? null : new ResponsePlan
        {
            Token = token,
            ExpiresIn = expiresIn,
            DefaultTtl = ttl is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Extra = extra,
        };
    }

    /// <summary>How the answer of a step is judged.</summary>
    public static ResponsePlan? ReadStep(ConfigObject step) => Read(step, "http");

    private static List<KeyValuePair<string, ValuePath>> Extra(ConfigObject? response)
    {
        List<KeyValuePair<string, ValuePath>> paths = [];
        if (response?.Child("extra") is not { } extra) return paths;
        foreach (var member in extra.Members)
            if (PathReader.Path(member.Value, extra.At(member.Name), extra.Check, "a path") is { } path)
                paths.Add(new(member.Name, path));
        return paths;
    }
}
