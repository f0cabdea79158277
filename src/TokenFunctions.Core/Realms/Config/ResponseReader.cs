using TokenFunctions.Realms.Paths;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>token_path</c>, <c>expires_in_path</c>, <c>response</c> and <c>errors</c>.</summary>
internal static class ResponseReader
{
    private static readonly string[] Formats = ["json", "form", "xml", "text"];

    private const string TemplatePointer = "/config/response/token_template";

    private static readonly string[] Known =
    [
        "format", "ok_status", "success", "expires_in_unit", "expires_at_path", "expires_at_format", "issued_at_path",
        "issued_at_format", "expires_from_jwt", "default_ttl_sec", "max_ttl_sec", "token_template", "extra",
    ];

    /// <summary>How the answer is read; null when the token's place is not known.</summary>
    public static ResponsePlan? Read(ConfigObject config, string mode)
    {
        if (mode != ModeRules.Http) return ReadLocal(config, mode);
        var token = config.Paths("token_path", required: true);
        var response = config.Child("response", Known);
        LifeReader.Demand(config, response);
        var plan = ReadRest(config, response, token, hasAnswer: true);
        return token is null ? null : plan;
    }

    /// <summary>How the answer of a step is judged: without <c>token_path</c> any success will do.</summary>
    public static ResponsePlan ReadStep(ConfigObject step)
    {
        var token = step.Paths("token_path");
        return ReadRest(step, step.Child("response", Known), token, hasAnswer: false);
    }

    private static ResponsePlan ReadLocal(ConfigObject config, string mode)
    {
        var response = config.Child("response", Known);
        ModeRules.CheckResponse(response, mode);
        if (response?.Find("token_template") is null)
            config.Check.Add(TemplatePointer, $"is missing; mode `{mode}` makes its token of it");
        return ReadRest(config, response, null, hasAnswer: false);
    }

    private static ResponsePlan ReadRest(ConfigObject config, ConfigObject? response, PathList? token, bool hasAnswer) =>
        new()
        {
            Format = (BodyFormat)Array.IndexOf(Formats, response?.Choice("format", Formats) ?? Formats[0]),
            OkStatuses = OkStatuses(response),
            Success = SuccessReader.Read(response),
            Token = token,
            Life = LifeReader.Read(config, response),
            Template = TokenTemplateReader.Read(response, hasAnswer),
            Extra = Extra(response),
            Errors = ErrorsReader.Read(config),
        };

    private static IReadOnlyList<int>? OkStatuses(ConfigObject? response)
    {
        var statuses = response?.Statuses("ok_status");
        if (statuses?.Any(status => status is >= 300 and < 400) is true)
            response!.Fault("ok_status", "holds a status of a redirect, which is never followed and never a success");
        return statuses;
    }

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
