using System.Text.RegularExpressions;
using TokenFunctions.Http.Problems;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests;

public sealed partial class FailureTableTests
{
    public static TheoryData<FailureKind> Kinds => [.. Enum.GetValues<FailureKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_a_status_a_code_and_an_advice(FailureKind kind)
    {
        var rule = FailureTable.Rule(kind);
        Assert.InRange(rule.Status, 400, 503);
        Assert.Matches(SnakeCase(), FailureCodes.Of(kind));
        Assert.EndsWith(".", rule.WhatToDo, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Those_who_tell_by_another_road_use_the_same_words(FailureKind kind)
    {
        var (rule, words) = (FailureTable.Rule(kind), FailureWords.Of(kind));
        Assert.Equal((FailureCodes.Of(kind), rule.WhatToDo), (words.Code, words.WhatToDo));
    }

    [Fact]
    public void No_two_kinds_share_a_code() =>
        Assert.Distinct(Enum.GetValues<FailureKind>().Select(k => FailureCodes.Of(k)));

    [Theory]
    [InlineData(FailureKind.Transient, 503, "upstream_unavailable")]
    [InlineData(FailureKind.IpDenied, 502, "upstream_ip_denied")]
    [InlineData(FailureKind.SecretIncomplete, 422, "secret_incomplete")]
    [InlineData(FailureKind.UnknownSecret, 404, "unknown_secret")]
    [InlineData(FailureKind.ForceLimited, 429, "force_limited")]
    [InlineData(FailureKind.UnknownGeneration, 400, "unknown_generation")]
    [InlineData(FailureKind.UpstreamTokenUnchanged, 409, "upstream_token_unchanged")]
    public void Codes_are_stable(FailureKind kind, int status, string code)
    {
        var problem = FailureTable.Problem(new TokenFailure(kind, ""));
        Assert.Equal((status, code), (problem.Status, problem.Code));
        Assert.NotEmpty(problem.Detail);
    }

    [GeneratedRegex("^[a-z]+(_[a-z]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SnakeCase();
}
