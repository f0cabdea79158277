using System.Text;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Responses;

/// <summary>Answers that are JSON, but whose texts are no UTF-8 or hold half of a surrogate pair: a message in GBK, for
/// instance.</summary>
public sealed class BrokenTextTests
{
    private const string Rotating = """
        "state":[{"name":"r","initial":"$key_1","path":"refresh_token"}],"arguments":[{"name":"r","place":"body","value":"${state.r}"}]
        """;

    private const string Rules = """
        "errors":{"rules":[{"code":["invalid_client"],"kind":"bad_credentials"}]}
        """;

    // GBK for a few words; a lead byte without its second one; halves of a pair as bytes and as escapes.
    public static TheoryData<string> Broken => ["\u00c3(", "\u00ce\u00de\u00d0\u00a7", "\u00ed\u00a0\u0080", "\\ud800", "\\udc00 x", "\\ud83d\\ud83d\\ude00"];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_refusal_with_a_broken_message_is_that_refusal(string broken)
    {
        var answer = await Ask.Once(Answering($$"""{"error":"invalid_client","error_description":"wrong: {{broken}}"}""", 401), Ask.Config(Rules));

        Assert.Equal((FailureKind.BadCredentials, UpstreamReach.Answered), (answer.Failure!.Kind, answer.Failure.Reach));
        Assert.Equal("invalid_client", answer.Failure.Code);
        Assert.StartsWith("wrong:", answer.Failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\uFFFD", answer.Failure.Message, StringComparison.Ordinal);
        Assert.True(answer.Failure.TellsState);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_trial_shows_it(string broken)
    {
        var trial = await Ask.TryAsync(Answering($$"""{"error":"invalid_client","{{broken}}":["{{broken}}"]}""", 401), Ask.Config(Rules));

        Assert.Equal(FailureKind.BadCredentials, trial.Answer.Failure!.Kind);
        Assert.Contains("invalid_client", Assert.Single(trial.Exchanges).Response!.Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_token_beside_a_broken_message_is_taken_with_its_state_and_extra(string broken)
    {
        var body = $$"""{"access_token":"T0KEN","refresh_token":"R1","msg":"{{broken}}","{{broken}}":1,"who":{"name":"{{broken}}"},"expires_in":7200}""";
        var token = (await AskAsync(body, Rotating + ""","response":{"extra":{"who":"who"}}""")).Token!;

        Assert.Equal(("T0KEN", "R1"), (token.Value.Reveal(), token.State["r"].Reveal()));
        Assert.Contains("\uFFFD", token.Extra["who"].GetProperty("name").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_token_is_not_handed_out(string broken)
    {
        var answer = await AskAsync($$"""{"access_token":"T0K{{broken}}EN","refresh_token":"R1","expires_in":7200}""", Rotating);

        Assert.Equal("The answer's token at `access_token` is damaged: its text is no UTF-8.", answer.Failure!.Detail);
        Assert.Equal("R1", answer.State["r"].Reveal());
        Assert.DoesNotContain("T0K", answer.Failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_template_makes_no_token_of_a_broken_value(string broken)
    {
        var answer = await AskAsync(
            $$"""{"access_token":"T0KEN","sid":"S{{broken}}","expires_in":7200}""", """ "response":{"token_template":"SID=${response.sid}"} """);

        Assert.Equal("The token that was made is damaged: its text is no UTF-8.", answer.Failure!.Detail);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_value_of_state_is_not_kept_and_what_became_of_the_old_one_is_open(string broken)
    {
        var answer = await AskAsync($$"""{"access_token":"T0KEN","refresh_token":"R{{broken}}1","expires_in":7200}""", Rotating);

        Assert.Equal("The answer's new value for `state` `r` is damaged: its text is no UTF-8.", answer.Failure!.Detail);
        Assert.Empty(answer.State);
        Assert.False(answer.Failure.TellsState);
        Assert.Equal(UpstreamReach.Answered, answer.Failure.Reach);
    }

    [Theory]
    [InlineData("form", "access_token=T%FFN&expires_in=7200")]
    [InlineData("xml", "<r><access_token>T\u00ffN</access_token><expires_in>7200</expires_in></r>")]
    [InlineData("text", "T\u00ffN")]
    public async Task A_broken_token_is_refused_in_every_format(string format, string body)
    {
        var config = $$"""{"url":"https://a.example/","token_path":["access_token",""],"response":{"format":"{{format}}","default_ttl_sec":60} }""";
        var answer = await Ask.Once(Answering(body, 200), config);
        Assert.EndsWith("is damaged: its text is no UTF-8.", answer.Failure!.Detail, StringComparison.Ordinal);
    }

    // A character up to U+00FF stands for that byte.
    private static CannedProvider Answering(string bytes, int status) => CannedProvider.Answering(Encoding.Latin1.GetBytes(bytes), status);

    private static async Task<UpstreamAnswer> AskAsync(string bytes, string members)
    {
        using var client = new RealmClient(Answering(bytes, 200), TimeProvider.System);
        var material = new CallMaterial(Ask.Secret(("key_1", "R0")))
        {
            State = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["r"] = new("R0") },
        };
        return await client.AskAsync(Ask.Compile(Ask.Config(members)), material, Ask.Long);
    }
}
