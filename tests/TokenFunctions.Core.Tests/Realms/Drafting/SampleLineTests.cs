using System.Text.Json.Nodes;
using TokenFunctions.Core.Tests.Realms.Drafting.Samples;
using TokenFunctions.Realms.Drafting;

namespace TokenFunctions.Core.Tests.Realms.Drafting;

/// <summary>Curl lines of the shape that documents have, each with the whole realm that must come of it.</summary>
public sealed class SampleLineTests
{
    public static TheoryData<string> Names => [.. CurlSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_line_becomes_a_realm(string name)
    {
        var sample = CurlSamples.All[name];
        var draft = Draft(sample);

        Assert.Equal(Drafts.Plain(JsonNode.Parse(sample.Config)!), Drafts.Plain(draft.Config));
        Assert.Equal(sample.Id, draft.Id);
        Assert.Equal(sample.Fields, string.Join(", ", draft.Secret.Select(f => f.Field + (f.IsConfidential ? "*" : ""))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_value_of_a_line_or_an_answer_comes_back(string name)
    {
        var sample = CurlSamples.All[name];
        var whole = Draft(sample).Whole();

        Assert.All(["hid-", .. sample.Hidden], value => Assert.DoesNotContain(value, whole, StringComparison.Ordinal));
        Assert.All(sample.Hidden, value => Assert.Contains(value.TrimEnd('^'), Known(sample), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dingtalk v1")]
    [InlineData("userinfo")]
    public void A_plain_line_becomes_a_realm_that_can_be_run(string name) =>
        Assert.DoesNotContain(Draft(CurlSamples.All[name]).Unsure, s => s.StartsWith("To be mended", StringComparison.Ordinal));

    [Fact]
    public void There_are_samples_enough() => Assert.True(CurlSamples.All.Count >= 36);

    private static RealmDraft Draft(CurlSample sample)
    {
        var reading = RealmDrafter.Draft(sample.Curl, sample.AnswerJson, []);
        Assert.True(reading.IsDrafted, reading.Fault);
        return reading.Draft;
    }

    private static string Known(CurlSample sample) =>
        sample.Curl.Replace("\\'", "'", StringComparison.Ordinal).Replace("\\u0021", "!", StringComparison.Ordinal)
            .Replace("%40", "@", StringComparison.Ordinal) + sample.Answer;
}
