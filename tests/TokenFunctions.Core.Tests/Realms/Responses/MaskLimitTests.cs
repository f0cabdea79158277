using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Realms.Trials;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Responses;

/// <summary>A provider that answers a token of very many parts decides how little is told of it, not how much is looked
/// for.</summary>
public sealed class MaskLimitTests
{
    private const string Stateful = """
        "state":[{"name":"r","initial":"$key_1","path":"refresh_token"}],"arguments":[{"name":"r","place":"body","value":"${state.r}"}]
        """;

    private static readonly string Many = $"[{string.Join(',', Enumerable.Range(1_000_000, 100_000))}]";

    [Fact]
    public void A_mask_looks_for_so_many_texts_and_hides_all_of_more()
    {
        var whole = new SecretMask(Texts(SecretMask.Most));
        Assert.Equal("a *** b", whole.Apply("a text-7 b"));
        Assert.False(whole.Finds("other"));

        var taken = 0;
        var full = new SecretMask(Texts(int.MaxValue).Select(text => (++taken, text).text));
        Assert.Equal("***", full.Apply("other"));
        Assert.True(full.Finds("other"));
        Assert.True(full.FindsInside("other"));
        Assert.Equal((SecretMask.Most + 1, 0), (taken, full.Forms));
    }

    [Fact]
    public void Of_a_text_with_more_parts_than_that_one_more_is_looked_at()
    {
        Assert.Equal(SecretMask.Most + 2, AnswerLeaves.Confidential(Many).Count());
        Assert.True(new SecretMask(AnswerLeaves.Confidential(Many)).Finds("other"));
        var harmless = $"[{string.Join(',', Enumerable.Repeat("""{"type":"["}""", 100_000))}]";
        Assert.True(new SecretMask(AnswerLeaves.Confidential(harmless)).Finds("other"));
    }

    [Fact]
    public async Task A_state_of_very_many_numbers_leaves_the_message_untold()
    {
        var provider = CannedProvider.Answering("""{"error":"c0de","message":"wrong: 1099999"}""", 400);
        using var client = new RealmClient(provider, TimeProvider.System);
        var material = new CallMaterial(Ask.Secret(("key_1", "R0")))
        {
            State = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["r"] = new(Many) },
        };

        var failure = (await client.AskAsync(Ask.Compile(Ask.Config(Stateful)), material, Ask.Long)).Failure!;

        Assert.Equal(("http_400", "***"), (failure.Code, failure.Message));
        Assert.Equal(FailureKind.Rejected, failure.Kind);
    }

    [Theory]
    [InlineData("""{"t":"s1","x":1}""", true)]
    [InlineData("MANY", false)]
    public async Task A_trial_shows_no_text_of_a_step_s_answer_of_very_many_numbers(string step, bool isTold)
    {
        var answers = new Queue<string>([$$"""{"t":{{Quoted(step == "MANY" ? Many : step)}}}""", """{"error":"bad","message":"wrong: 1099999"}"""]);
        using var provider = new CannedProvider(() => new() { Content = new StringContent(answers.Dequeue()) });

        var trial = await Ask.TryAsync(provider, """
            {"steps":[{"id":"s","url":"https://a.example/","token_path":"t"}],"url":"https://b.example/","token_path":"access_token","response":{"default_ttl_sec":60}}
            """);

        Assert.Equal(isTold, trial.Answer.Failure!.Message is not "***");
        Assert.Equal(isTold, string.Concat(trial.Exchanges.Select(e => e.Response!.Body)).Contains("1099999", StringComparison.Ordinal));
        Assert.Equal(2, trial.Exchanges.Count);
    }

    [Fact]
    public async Task Values_beside_the_token_of_very_many_parts_are_not_shown_in_a_trial()
    {
        var same = string.Join(',', Enumerable.Repeat("\"same-part\"", 5000));
        var provider = CannedProvider.Answering($$"""{"note":"last-part","access_token":"T0KEN","expires_in":60,"beside":[{{same}},"last-part"]}""");

        var trial = await Ask.TryAsync(provider, Ask.Config("""
            "response":{"extra":{"beside":"beside"}}
            """));

        Assert.True(trial.Answer.HasToken);
        Assert.DoesNotContain("last-part", trial.Exchanges[0].Response!.Body, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Texts(int count) => Enumerable.Range(0, count).Select(n => $"text-{n}");

    private static string Quoted(string text) => TokenFunctions.Testing.JsonMutation.Quoted(text);
}
