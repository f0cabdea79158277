using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>steps</c>.</summary>
internal static class StepReader
{
    private const int MaxCount = 10;
    private static readonly string[] Known =
        ["id", "url", "method", "content_type", "arguments", "body", "auth", "token_path", "response", "errors"];

    /// <summary>The steps in order, each declared for those after it.</summary>
    public static IReadOnlyList<StepPlan> Read(ConfigObject config)
    {
        List<StepPlan> steps = [];
        foreach (var (pointer, value) in config.Items("steps", MaxCount))
        {
            if (ConfigObject.Read(value, pointer, config.Check, Known) is not { } step) continue;
            var request = ExchangeReader.Request(step);
            var response = ResponseReader.ReadStep(step);
            if (GivenReader.Name(step, "id", TemplatePartKind.Step) is { } id && request is not null
                && response is not null)
                steps.Add(new(id, request, response));
        }
        return steps;
    }
}
