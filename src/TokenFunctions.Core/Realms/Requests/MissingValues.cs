using TokenFunctions.Realms.Config;
using TokenFunctions.Realms.Templates;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Requests;

/// <summary>Finds expressions that stand for nothing in an attempt.</summary>
internal static class MissingValues
{
    /// <summary>The refusal that names them; null = each has a value.</summary>
    public static BuiltRequest? Among(IEnumerable<TemplatePart> parts, AttemptScope scope)
    {
        var missing = parts.Where(part => !part.IsLiteral && scope.Of(part).IsAbsent).ToList();
        if (missing.Count == 0) return null;
        var names = missing.Select(part => $"`{NameOf(part)}`").Distinct(StringComparer.Ordinal);
        // What a step's answer lacks is the provider's doing; all else was given with the secret or beside it.
        var isAnswers = missing.TrueForAll(part => part.Kind == TemplatePartKind.Step);
        return BuiltRequest.Refused(
            $"The request was not made, since there is no value for {string.Join(", ", names)}; the realm reads it.",
            isAnswers ? FailureKind.Rejected : FailureKind.SecretIncomplete);
    }

    /// <summary>An expression as the config writes it, capped; never its value.</summary>
    public static string NameOf(TemplatePart part)
    {
        var name = part.Kind switch
        {
            TemplatePartKind.Now => "now",
            TemplatePartKind.NowMs => "now_ms",
            TemplatePartKind.Use => "uses." + part.Text,
            TemplatePartKind.Input => "inputs." + part.Text,
            TemplatePartKind.State => "state." + part.Text,
            TemplatePartKind.Step => "steps." + part.Text,
            TemplatePartKind.Response => "response",
            _ => part.Text,
        };
        return ConfigText.Show(part.Path is null ? name : $"{name}.{part.Path.Text}");
    }
}
