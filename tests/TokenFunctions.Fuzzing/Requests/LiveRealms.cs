namespace TokenFunctions.Fuzzing.Requests;

/// <summary>Realms that are there from the beginning and get tokens: of each way in which a provider re-issues, with
/// pushed inputs, with state, and one that uses another's token.</summary>
internal static class LiveRealms
{
    /// <summary>The key of the secret that each of them has.</summary>
    public const string Key = "k0";

    private const string Use = """
        {"url":"http://127.0.0.1:00001/well/use","uses":[{"as":"app","realm":"live-plain","key":"k0"}],"token_path":"access_token","expires_in_path":"expires_in",
         "arguments":[{"name":"t","place":"body","value":"${uses.app}"}]}
        """;

    private const string State = """
        {"url":"http://127.0.0.1:00001/well/state","content_type":"form","token_path":"access_token","expires_in_path":"expires_in",
         "state":[{"name":"refresh","initial":"$key_2","path":"refresh_token"}],
         "arguments":[{"name":"refresh_token","place":"body","value":"${state.refresh}"}]}
        """;

    private const string Input = """
        {"url":"http://127.0.0.1:00001/well/input","inputs":[{"name":"ticket"}],"token_path":"access_token","expires_in_path":"expires_in",
         "arguments":[{"name":"ticket","place":"body","value":"${inputs.ticket}"}]}
        """;

    /// <summary>The configs by realm, with the stand-in's address.</summary>
    public static IReadOnlyDictionary<string, string> Configs { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["live-plain"] = Plain(""),
        ["live-replaces"] = Plain(""","policy":{"issue":"replaces","overlap_sec":60}"""),
        ["live-short"] = Plain(""","response":{"max_ttl_sec":5}"""),
        ["live-sick"] = Plain("").Replace("/well/", "/sick/", StringComparison.Ordinal),
        ["live-use"] = Use,
        ["live-state"] = State,
        ["live-input"] = Input,
    };

    public static IReadOnlyList<string> Ids { get; } = [.. Configs.Keys];

    private static string Plain(string more) => $$"""
        {"url":"http://127.0.0.1:00001/well/token","arguments":[{"name":"secret","place":"body","value":"$key_1"}],
         "token_path":"access_token","expires_in_path":"expires_in"{{more}} }
        """;
}
