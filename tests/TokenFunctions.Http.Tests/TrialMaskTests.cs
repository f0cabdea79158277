using System.Text;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Realms;

namespace TokenFunctions.Http.Tests;

/// <summary>What a trial must not show, however it was sent or answered.</summary>
public sealed class TrialMaskTests : IAsyncLifetime
{
    private const string Life = """ "response":{"default_ttl_sec":60} """;

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync(RealmCompiler.Compile);

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_member_of_a_key_file_is_as_confidential_as_the_file()
    {
        app.Parts.Provider.Next("""{"error":"bad","error_description":"the key was sup3r-key7"}""", 400);

        var reply = await TryAsync(
            """{"url":"https://a.example/","content_type":"form","token_path":"t",LIFE,"arguments":[{"name":"k","place":"body","value":"${file.@json.k}"}]}""",
            """ "fields":{"file":"{\"k\":\"sup3r-key7\",\"uri\":\"https://a.example/\"}"} """);

        Hides(reply, "sup3r-key7");
        Assert.Contains("https://a.example/", reply.All, StringComparison.Ordinal);
        Assert.Equal("the key was ***", reply.Json.GetProperty("failure").GetProperty("upstream_message").GetString());
    }

    [Fact]
    public async Task A_secret_that_stands_in_a_config_by_mistake_is_hidden_in_the_config_s_faults()
    {
        var reply = await TryAsync("""{"url":"https://a.example/","token_path":"t",LIFE,"policy":{"issue":"s3cret-value"}}""", """ "key_1":"s3cret-value" """);

        Assert.Equal("invalid_config", reply.Code);
        Assert.Contains("/policy/issue", reply.All, StringComparison.Ordinal);
        Hides(reply, "s3cret-value");
    }

    [Fact]
    public async Task A_short_secret_is_hidden_where_it_stands_alone()
    {
        app.Parts.Provider.Next("""{"error":"bad","error_description":"pin x7z, x7zed"}""", 400);

        var reply = await TryAsync(
            """
            {"url":"https://x7z.example/","content_type":"form","token_path":"t",LIFE,"arguments":[
              {"name":"p","place":"body","value":"$key_1"},{"name":"q","place":"url","value":"$key_1"},{"name":"X-P","place":"header","value":"$key_1"}]}
            """,
            """ "key_1":"x7z" """);

        Hides(reply, "p=x7z", "q=x7z", "X-P: x7z", "pin x7z");
        Assert.Contains("POST https://x7z.example/?q=***", reply.All, StringComparison.Ordinal);
        Assert.Contains("pin ***, x7zed", reply.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_a_step_hands_on_is_hidden_in_both_exchanges_and_an_address_is_not()
    {
        app.Parts.Provider.Next("""{"sid":"id-4711","n":12345678,"base":"https://b.example","note":"welcome"}""");
        app.Parts.Provider.Next("""{"t":"TOKEN-1"}""");

        var reply = await TryAsync(
            """
            {"steps":[{"id":"s","url":"https://a.example/"}],"url":"${steps.s.base}/","token_path":"t",LIFE,"arguments":[
              {"name":"sid","place":"body","value":"${steps.s.sid}"},{"name":"n","place":"url","value":"${steps.s.n}"}]}
            """);

        Hides(reply, "id-4711", "12345678");
        Assert.Contains("https://b.example", reply.All, StringComparison.Ordinal);
        Assert.Contains("welcome", reply.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_a_token_that_was_put_together_is_hidden()
    {
        app.Parts.Provider.Next("""{"host":"h.example","sid":"part-77"}""");

        var reply = await TryAsync(
            """{"url":"https://a.example/","token_path":"sid","response":{"default_ttl_sec":60,"token_template":"SID=${response.sid}; path=/"}}""");

        Assert.Equal("token", reply.Text("outcome"));
        Hides(reply, "part-77");
        Assert.Contains("h.example", reply.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_beside_the_token_are_hidden_when_they_may_be_credentials()
    {
        app.Parts.Provider.Next("""{"t":"TOKEN-1","k":"beside-01","s":"abc","u":"https://i.example","scope":"read write"}""");

        var reply = await TryAsync(
            """{"url":"https://a.example/","token_path":"t","response":{"default_ttl_sec":60,"extra":{"k":"k","session_key":"s","url":"u","scope":"scope"}}}""");

        Hides(reply, "beside-01", "\\\"abc\\\"");
        Assert.Contains("https://i.example", reply.All, StringComparison.Ordinal);
        Assert.Contains("read write", reply.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"t":"TOKEN-1","token":{"value":"hide-me1","refresh":["hide-me2"]}}""", "hide-me1", "hide-me2")]
    [InlineData("""{"t":998877665544}""", "998877665544", "99887766")]
    [InlineData("""{"t":"TOKEN-1","api_secret":1234567}""", "1234567", "TOKEN-1")]
    [InlineData("""{"t":"TOKEN-1","data":"{\"refresh_token\":\"hide-me1\"}"}""", "hide-me1", "TOKEN-1")]
    [InlineData("""{"data":"{\"inner\":{\"t\":\"hide-me1\"}}","t":"x-9"}""", "\"x-9", "x-9\\\"")]
    [InlineData("""access_token=hide-me1&session_key=hide-me2""", "hide-me1", "hide-me2")]
    [InlineData("""{"access_token":"hide-me1","refresh_token":"hide-me2" """, "hide-me1", "hide-me2")]
    [InlineData("""<xml><access_token>hide-me1</access_token></xml>""", "hide-me1", "hide-me1")]
    public async Task Answers_show_no_token_wherever_it_is(string answer, string hidden, string alsoHidden)
    {
        app.Parts.Provider.Next(answer);

        var reply = await TryAsync("""{"url":"https://a.example/","token_path":"t",LIFE}""");

        Assert.Equal(200, reply.Status);
        Hides(reply, hidden, alsoHidden);
    }

    [Theory]
    [InlineData(@"{""m"":""\u0070lanted-1/2 x""}")]
    [InlineData(@"{""m"":""\u0070lanted-1/2 x""} and no JSON")]
    [InlineData("""{"m":"%70lanted-1%2F2"}""")]
    [InlineData("""{"m":"planted-1%252F2%20x"}""")]
    [InlineData("""{"m":"&#112;lanted-1/2"}""")]
    [InlineData(@"{""m"":""plan\u0000ted-1/2""}")]
    [InlineData("""{"m":"706c616e7465642d312f32"}""")]
    [InlineData("""{"planted-1/2":"x"}""")]
    public async Task A_secret_is_hidden_in_every_spelling(string answer)
    {
        app.Parts.Provider.Next(answer, 400);

        var reply = await TryAsync(
            """{"url":"https://a.example/","token_path":"t",LIFE,"arguments":[{"name":"p","place":"body","value":"$key_1"}]}""",
            """ "key_1":"planted-1/2" """);

        Hides(reply, "lanted", "ted-1", "706c616e");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ab")]
    public async Task A_secret_inside_other_base64_is_hidden(string before)
    {
        var echoed = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}planted-1"));
        app.Parts.Provider.Next($$"""{"m":"was {{echoed}}"}""", 400);

        var reply = await TryAsync(
            """{"url":"https://a.example/","token_path":"t",LIFE,"arguments":[{"name":"p","place":"body","value":"$key_1"}]}""",
            """ "key_1":"planted-1" """);

        Hides(reply, echoed[4..^4]);
    }

    [Theory]
    [InlineData("planted-1 ", 120_000)]
    [InlineData("token=hide-me1&", 70_000)]
    [InlineData("%70lanted-1", 90_000)]
    [InlineData("x planted-1", 65_530)]
    public async Task A_very_long_answer_is_cut_and_hides_as_a_short_one_does(string part, int times)
    {
        var answer = string.Concat(Enumerable.Repeat(part, times / part.Length));
        app.Parts.Provider.Next(answer);

        var reply = await TryAsync(
            """{"url":"https://a.example/","token_path":"t",LIFE,"arguments":[{"name":"p","place":"body","value":"$key_1"}]}""",
            """ "key_1":"planted-1" """);

        Assert.Equal(200, reply.Status);
        Hides(reply, "lanted-", "hide-me1");
        Assert.True(reply.All.Length < 12_000);
    }

    [Fact]
    public async Task Lives_and_types_of_what_is_hidden_are_shown()
    {
        app.Parts.Provider.Next("""{"t":"TOKEN-1","refresh_token_expires_in":86400,"token_type":"mac","token":{"expires_at":"2026-01-02T00:00:00Z"}}""");

        var reply = await TryAsync("""{"url":"https://a.example/","token_path":"t",LIFE}""");

        foreach (var shown in new[] { "86400", "mac", "2026-01-02" }) Assert.Contains(shown, reply.All, StringComparison.Ordinal);
    }

    private async Task<Reply> TryAsync(string config, string secret = "")
    {
        var given = secret.Length > 0 ? $",\"secret\":{{{secret}}}" : "";
        var whole = config.Replace("LIFE", Life, StringComparison.Ordinal);
        return await app.PostAsync("/api/realm-test", $$"""{"realm":{"id":"x","config":{{whole}} }{{given}} }""");
    }

    private static void Hides(Reply reply, params string[] values)
    {
        foreach (var value in values) Assert.DoesNotContain(value, reply.All, StringComparison.Ordinal);
    }
}
