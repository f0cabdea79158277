using System.Text.RegularExpressions;
using TokenFunctions.Host.Tests.Documents;

namespace TokenFunctions.Host.Tests.Infra;

/// <summary>infra.yml compares a deployment by the variables and defaults of main.bicepparam: one that it did not pass
/// would be told as a change that nobody wants.</summary>
public sealed partial class WhatIfTests
{
    private const RegexOptions Lines = RegexOptions.ExplicitCapture | RegexOptions.Multiline;

    [Fact]
    public void Each_choice_is_passed_with_its_default()
    {
        var choices = Given().Matches(Repository.Read("infra/main.bicepparam"))
            .Where(m => !IsSecret(m.Groups["symbol"].Value)).Select(Choice).Order(StringComparer.Ordinal).ToList();

        var passed = Passed().Matches(Repository.Read(".github/workflows/infra.yml")).Select(Choice);

        Assert.Contains("TOKENFUNCTIONS_HOSTING=custom", choices);
        Assert.Equal(choices, passed.Order(StringComparer.Ordinal));
    }

    // Keys are in the vault already, and a pipeline has none.
    private static bool IsSecret(string parameter) =>
        Templates.Read("main.bicep").Before("param", parameter).Contains("@secure()", StringComparison.Ordinal);

    private static string Choice(Match match) => $"{match.Groups["name"].Value}={match.Groups["default"].Value}";

    [GeneratedRegex(
        @"^\w+ (?<symbol>\w+) = .*readEnvironmentVariable\('(?<name>TOKENFUNCTIONS_\w+)', '(?<default>[^']*)'\)",
        Lines, 5000)]
    private static partial Regex Given();

    [GeneratedRegex(
        @"^ +(?<name>TOKENFUNCTIONS_\w+): \$\{\{ vars\.\k<name>( \|\| '(?<default>[^']*)')? \}\}$", Lines, 5000)]
    private static partial Regex Passed();
}
