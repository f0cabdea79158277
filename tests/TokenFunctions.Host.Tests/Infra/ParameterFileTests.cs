using System.Text.RegularExpressions;
using TokenFunctions.Host.Tests.Documents;

namespace TokenFunctions.Host.Tests.Infra;

/// <summary>main.bicepparam gives parameters that there are, each from a variable that docs/deploy.md tells of.</summary>
public sealed partial class ParameterFileTests
{
    private static readonly string Given = Repository.Read("infra/main.bicepparam");
    private static readonly string Paper = Repository.Read("docs/deploy.md");

    [Fact]
    public void Each_parameter_is_one_of_the_template()
    {
        var given = Assignment().Matches(Given).Select(m => m.Groups["name"].Value).ToList();
        var parameters = Templates.Read("main.bicep").Parameters;

        Assert.Empty(given.Except(parameters.Keys, StringComparer.Ordinal));
        Assert.Empty(parameters.Where(p => p.Value).Select(p => p.Key).Except(given, StringComparer.Ordinal));
    }

    [Fact]
    public void Each_variable_is_in_the_paper_and_no_other_is() => Assert.Equal(
        Variable().Matches(Given).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal),
        Row().Matches(Paper).Select(m => m.Groups["name"].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Defaults_are_those_of_the_template()
    {
        var main = Templates.Read("main.bicep").Text;
        var defaults = Default().Matches(Given).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value, StringComparer.Ordinal);

        Assert.True(defaults.Count > 15);
        Assert.All(
            defaults.Where(d => d.Key is not ("environmentName" or "location")),
            d => Assert.Matches($@"(?m)^param {d.Key} \w+ = '?{Regex.Escape(d.Value)}'?$", main));
    }

    [GeneratedRegex(@"^param (?<name>\w+) = ", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"TOKENFUNCTIONS_[A-Z_]+", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^\| `(?<name>TOKENFUNCTIONS_[A-Z_]+)`", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Row();

    [GeneratedRegex(@"^param (?<name>\w+) = (int\(|bool\()?readEnvironmentVariable\('\w+', '(?<value>[^']*)'\)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Default();
}
