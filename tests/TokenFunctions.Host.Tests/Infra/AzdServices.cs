using System.Text.RegularExpressions;

namespace TokenFunctions.Host.Tests.Infra;

/// <summary>The services of an azure.yaml, and which of them azd deploys.</summary>
internal sealed partial class AzdServices(string yaml)
{
    private const RegexOptions Lines = RegexOptions.ExplicitCapture | RegexOptions.Multiline;

    // What azd takes for true (cli/azd/pkg/project/service_config.go).
    private static readonly string[] True = ["1", "true", "TRUE", "True", "yes", "YES", "Yes"];

    /// <summary>Each service and its condition; empty = it has none and is always deployed.</summary>
    public IReadOnlyDictionary<string, string> Conditions { get; } =
        Service().Matches(yaml.Split("\nservices:\n")[1]).ToDictionary(
            m => m.Groups["name"].Value,
            m => Condition().Match(m.Value).Groups["text"].Value,
            StringComparer.Ordinal);

    /// <summary>The services that are deployed with a value of <c>TOKENFUNCTIONS_HOSTING</c>; null = it is not set.
    /// </summary>
    public IEnumerable<string> Deployed(string? hosting) =>
        from service in Conditions
        where service.Value.Length == 0 || True.Contains(Evaluate(service.Value, hosting ?? ""))
        select service.Key;

    // ${NAME/old/new}: the first old in the variable's value becomes new.
    private static string Evaluate(string condition, string hosting) => Replacement().Replace(condition, m =>
        hosting.IndexOf(m.Groups["old"].Value, StringComparison.Ordinal) is var at and >= 0
            ? hosting.Remove(at, m.Groups["old"].Length).Insert(at, m.Groups["new"].Value)
            : hosting);

    [GeneratedRegex(@"^  (?<name>[\w-]+):\n(    [^\n]*\n)+", Lines, 5000)]
    private static partial Regex Service();

    [GeneratedRegex("^    condition: \"(?<text>[^\"]+)\"$", Lines, 5000)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\$\{TOKENFUNCTIONS_HOSTING/(?<old>\w+)/(?<new>\w*)\}", Lines, 5000)]
    private static partial Regex Replacement();
}
