using System.Text.RegularExpressions;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Realms.Templates;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>errors</c>.</summary>
internal static class ErrorsReader
{
    private const int MaxCount = 100;
    private const long Day = 86_400;
    private static readonly TimeSpan MatchTime = TimeSpan.FromMilliseconds(100);

    // In the order of FailureKind.
    private static readonly string[] Kinds =
    [
        "transient", "throttled", "quota", "ip_denied", "bad_credentials", "upstream_token_invalid", "reauthorize",
        "rejected",
    ];

    /// <summary>How a refusal is understood; what is absent has its default.</summary>
    public static ErrorsPlan Read(ConfigObject config)
    {
        var usual = new ErrorsPlan();
        if (config.Child("errors", "code_path", "message_path", "rules") is not { } errors) return usual;
        return new()
        {
            Code = errors.Paths("code_path") ?? usual.Code,
            Message = errors.Paths("message_path") ?? usual.Message,
            Rules = Rules(errors),
        };
    }

    private static List<ErrorRule> Rules(ConfigObject errors)
    {
        List<ErrorRule> rules = [];
        foreach (var (pointer, value) in errors.Items("rules", MaxCount))
            if (ConfigObject.Read(
                value, pointer, errors.Check, "status", "code", "message_match", "kind", "retryable", "retry_after_sec",
                "refresh_uses") is { } rule)
                rules.Add(Rule(rule));
        return rules;
    }

    private static ErrorRule Rule(ConfigObject rule) => new()
    {
        Statuses = rule.Statuses("status"),
        Codes = rule.Scalars("code"),
        Message = Expression(rule),
        Kind = rule.Find("kind") is null
            ? null
            : (FailureKind)Array.IndexOf(Kinds, rule.Choice("kind", Kinds, required: true)),
        IsRetryable = rule.Find("retryable") is null ? null : rule.Flag("retryable"),
        RetryAfter = rule.Whole("retry_after_sec", 0, Day) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        RefreshUses = Uses(rule),
    };

    private static Regex? Expression(ConfigObject rule)
    {
        const string allowed = "a regular expression";
        if (rule.Text("message_match", allowed) is not { } text) return null;
        // It runs over what a provider sends: its time must not grow without bound with that. What needs to go back,
        // as look-around does, is stopped by the clock alone.
        var expression = Expression(text, RegexOptions.NonBacktracking) ?? Expression(text, RegexOptions.None);
        if (expression is null) rule.Fault("message_match", $"is none that can be run; use {allowed}");
        return expression;
    }

    private static Regex? Expression(string text, RegexOptions how)
    {
        try
        {
            return new(text, how | RegexOptions.CultureInvariant, MatchTime);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static List<string> Uses(ConfigObject rule)
    {
        List<string> uses = [];
        var known = rule.Check.Names.Of(TemplatePartKind.Use);
        foreach (var name in rule.Scalars("refresh_uses", mayBeEmpty: true) ?? [])
        {
            if (known.Contains(name, StringComparer.Ordinal)) uses.Add(name);
            else rule.Fault("refresh_uses", $"names `{ConfigText.Show(name)}`, which is none of `uses`; use "
                + (known.Count == 0 ? "names of `uses`, of which there are none" : ConfigText.Choices(known)));
        }
        return uses;
    }
}
