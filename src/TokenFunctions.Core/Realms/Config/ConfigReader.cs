using System.Text.Json;
using TokenFunctions.Realms.Requests;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads a whole config.</summary>
internal static class ConfigReader
{
    /// <summary>The members of a config.</summary>
    public static readonly IReadOnlyList<string> Known =
    [
        "mode", "url", "method", "content_type", "arguments", "body", "auth", "tls", "vars", "uses", "inputs", "state",
        "steps", "token_path", "expires_in_path", "response", "errors", "attach", "policy",
    ];

    private static readonly string[] Modes = [ModeRules.Http, "local", "static"];

    /// <summary>The plan; null when there are faults.</summary>
    /// <param name="value">The config.</param>
    /// <param name="check">Takes the faults.</param>
    /// <param name="body">What the main request carries; null = what the config says.</param>
    public static RealmPlan? Read(JsonElement value, ConfigCheck check, IRequestBody? body = null)
    {
        if (ConfigObject.Read(value, "/config", check, [.. Known]) is not { } config) return null;
        var mode = config.Choice("mode", Modes);
        ModeRules.Check(config, mode);
        // In the order in which an attempt computes them, so that a template sees what is there by then.
        GivenReader.Announce(config);
        var uses = GivenReader.Uses(config);
        var inputs = GivenReader.Inputs(config);
        var state = GivenReader.State(config);
        var vars = VarReader.Read(config);
        var isHttp = mode == ModeRules.Http;
        var tls = isHttp ? TlsReader.Read(config) : null;
        var steps = isHttp ? StepReader.Read(config) : [];
        var request = isHttp ? ExchangeReader.Request(config, body) : null;
        var response = ResponseReader.Read(config, mode);
        var attach = AttachReader.Read(config, response?.Errors.Code);
        var policy = PolicyReader.Read(config);
        UnusedNames.Check(config);
        if (check.Errors.Count > 0 || response is null) return null;
        return new()
        {
            Policy = policy with { Rotates = state.Count > 0 },
            Attach = attach,
            SecretFields = [.. PlanFields.Of(uses, state, vars, tls, steps, request, response)],
            Uses = uses,
            Inputs = inputs,
            State = state,
            Vars = vars,
            Tls = tls,
            Steps = steps,
            Request = request,
            Response = response,
        };
    }
}
