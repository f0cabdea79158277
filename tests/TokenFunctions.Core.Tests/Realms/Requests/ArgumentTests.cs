using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Requests;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData("https://h.example/{t}/token", "acme", "https://h.example/acme/token")]
    [InlineData("https://h.example/{t}/token", "a b/c?d#e", "https://h.example/a%20b%2Fc%3Fd%23e/token")]
    [InlineData("https://h.example/x-{t}.json", "1", "https://h.example/x-1.json")]
    [InlineData("https://{t}.h.example/token", "acme", "https://acme.h.example/token")]
    [InlineData("https://h.example/{t}/{t}", "1", "https://h.example/1/1")]
    [InlineData("https://h.example/?a={t}&b={t}", "1&2", "https://h.example/?a=1%262&b=1%262")]
    [InlineData("{t}/token", "https://h.example/b/", "https://h.example/b/token")]
    public void A_path_argument_takes_the_place_of_its_name_in_the_url(string url, string value, string expected) =>
        Assert.Equal(expected, Path(url, value).Url);

    [Theory]
    [InlineData("https://h.example/{t}/token", "..")]
    [InlineData("https://h.example/{t}/token", ".")]
    [InlineData("https://h.example/.{t}/token", ".")]
    [InlineData("https://h.example/%2e{t}/token", ".")]
    [InlineData("https://{t}.h.example/token", "evil.example/")]
    [InlineData("https://{t}.h.example/token", "a@b")]
    [InlineData("{t}/token", "https://h.example/?x=")]
    [InlineData("{t}/token", "ftp://h.example")]
    [InlineData("{t}/token", "https://h.example/a/%2E%2e/b")]
    public void A_path_argument_cannot_reach_beyond_its_place(string url, string value) =>
        Assert.Equal("The values make no valid url; check what `url` reads.", Path(url, value).Fault);

    [Theory]
    [InlineData("\"$n\"", "number", "3600", "3600")]
    [InlineData("\"$n\"", "number", "-1.5e3", "-1.5e3")]
    [InlineData("\"1${n}\"", "number", "0", "10")]
    [InlineData("\"$n\"", "boolean", "true", "true")]
    [InlineData("\"$n\"", "string", "7", "\"7\"")]
    [InlineData("\"${now}\"", "string", "", "\"1795176000\"")]
    [InlineData("7.50", "string", "", "\"7.50\"")]
    [InlineData("true", "string", "", "\"true\"")]
    [InlineData("\"5\"", "number", "", "5")]
    [InlineData("\"false\"", "boolean", "", "false")]
    public void A_type_is_that_of_the_value_in_a_JSON_body(string value, string type, string field, string expected)
    {
        var sent = Sent.Of($$"""
            "arguments":[{"name":"a","place":"body","value":{{value}},"type":"{{type}}"}]
            """, ("n", field));
        Assert.Equal($$"""{"a":{{expected}}}""", sent.Body);
    }

    [Theory]
    [InlineData("number", "", "JSON number")]
    [InlineData("number", "007", "JSON number")]
    [InlineData("number", "+5", "JSON number")]
    [InlineData("number", "5\n", "JSON number")]
    [InlineData("number", "1,\"b\":2", "JSON number")]
    [InlineData("number", "٣", "JSON number")]
    [InlineData("boolean", "True", "boolean, true or false")]
    public void A_value_that_is_none_of_its_type_sends_nothing(string type, string value, string expected)
    {
        foreach (var place in new[] { "body", "url", "header" })
        {
            var sent = Sent.Of($$"""
                "arguments":[{"name":"ttl","place":"{{place}}","value":"$n","type":"{{type}}"}]
                """, ("n", value));
            Assert.Equal(FailureKind.SecretIncomplete, sent.Built.FaultKind);
            Assert.Equal($"The value of the argument `ttl` is no {expected}; correct one of the two.", sent.Fault);
        }
    }

    [Theory]
    [InlineData("text", "a=5&b=true&c=x")]
    [InlineData("form", "a=5&b=true&c=x")]
    public void Outside_of_JSON_each_type_has_its_text(string where, string expected)
    {
        var place = where == "form" ? "body" : "url";
        var sent = Sent.Of($$"""
            "content_type":"form","arguments":[{"name":"a","place":"{{place}}","value":"5","type":"number"},
              {"name":"b","place":"{{place}}","value":true,"type":"boolean"},{"name":"c","place":"{{place}}","value":"x","type":"string"}]
            """);
        Assert.Equal(expected, where == "form" ? sent.Body : sent.Built.Message!.RequestUri!.Query[1..]);
    }

    [Theory]
    [InlineData(false, """{"m":"calm","z":1}""", "?q=calm", "calm", "/calm")]
    [InlineData(true, """{"m":"hard","f":true,"z":1}""", "?q=hard", "hard", "/hard")]
    public void Of_two_arguments_of_a_name_the_one_for_the_call_is_sent(
        bool forced, string body, string query, string header, string path)
    {
        string Both(string name, string place) => $$"""
            {"name":"{{name}}","place":"{{place}}","value":"hard","when":"force"},{"name":"{{name}}","place":"{{place}}","value":"calm","when":"not_force"},
            """;
        var plan = Ask.Compile(Ask.Config($$"""
            "arguments":[{{Both("m", "body")}}{{Both("q", "url")}}{{Both("X-M", "header")}}{{Both("p", "path")}}
              {"name":"f","place":"body","value":true,"when":"force"},{"name":"z","place":"body","value":1,"when":"always"}]
            """, "https://h.example/{p}"));
        var sent = Sent.Of(plan, new CallMaterial(SecretFields.None) { Forced = forced });

        Assert.Equal((body, query, header), (sent.Body, sent.Built.Message!.RequestUri!.Query, sent.Header("X-M")));
        Assert.Equal(path, sent.Built.Message.RequestUri.AbsolutePath);
    }

    [Theory]
    [InlineData(false, "force", true)]
    [InlineData(true, "force", false)]
    [InlineData(true, "not_force", true)]
    [InlineData(false, "not_force", false)]
    public async Task A_field_that_only_other_calls_send_may_be_missing(bool forced, string when, bool isSent)
    {
        var plan = Ask.Compile(Ask.Config($$""" "arguments":[{"name":"a","place":"url","value":"$pin","when":"{{when}}"}] """));
        var provider = CannedProvider.Answering(Ask.Success);
        using var client = new RealmClient(provider, new ManualTime(Ask.Now));
        var answer = await client.AskAsync(plan, new CallMaterial(SecretFields.None) { Forced = forced }, Ask.Long);

        Assert.Equal((isSent, isSent ? 1 : 0), (answer.HasToken, provider.Calls));
    }

    [Theory]
    [InlineData("url")]
    [InlineData("header")]
    [InlineData("body")]
    public void An_argument_without_a_value_is_left_out_where_the_config_says_so(string place)
    {
        var members = $$"""
            "arguments":[{"name":"a","place":"{{place}}","value":"$a","omit_empty":true},{"name":"b","place":"{{place}}","value":"x${b}","omit_empty":true},
              {"name":"c","place":"{{place}}","value":"$c","omit_empty":true}]
            """;
        var plan = Ask.Compile(Ask.Config(members));
        var sent = Sent.Of(members, ("c", ""));
        var all = Sent.Of(members, ("a", "1"), ("b", "2"), ("c", "3"));

        Assert.Empty(plan.SecretFields);
        Assert.DoesNotMatch("(?m)[{?]\"?[abc]|^[abc]:", sent.Print());
        Assert.Contains("x2", all.Print(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_anything_else_reads_is_needed_all_the_same()
    {
        var plan = Ask.Compile(Ask.Config("""
            "arguments":[{"name":"a","place":"body","value":["$a","$b"],"omit_empty":true},{"name":"b","place":"url","value":"$b"}]
            """));
        Assert.Equal(["b"], plan.SecretFields);
        Assert.Equal("{}", Sent.Of(plan, new CallMaterial(Ask.Secret(("b", "1")))).Body);
    }

    [Fact]
    public void A_left_out_argument_leaves_what_the_url_has()
    {
        var plan = Ask.Compile(Ask.Config("""
            "arguments":[{"name":"a","place":"url","value":"$a","omit_empty":true}]
            """, "https://h.example/?a=0"));
        Assert.Equal("https://h.example/?a=0", Sent.Of(plan, new CallMaterial(SecretFields.None)).Url);
        Assert.Equal("https://h.example/?a=1", Sent.Of(plan, new CallMaterial(Ask.Secret(("a", "1")))).Url);
    }

    [Theory]
    [InlineData(true, "?s=0&s=1&t=2&s=3")]
    [InlineData(false, "?s=3&t=2")]
    public void An_appended_pair_stands_beside_the_earlier_ones(bool append, string query)
    {
        var sent = Sent.Of(Ask.Compile(Ask.Config($$"""
            "arguments":[{"name":"s","place":"url","value":"1","append":true},{"name":"t","place":"url","value":"2"},
              {"name":"s","place":"url","value":"3","append":{{(append ? "true" : "false")}}}]
            """, "https://h.example/?s=0")), new CallMaterial(SecretFields.None));
        Assert.Equal(query, sent.Built.Message!.RequestUri!.Query);
    }

    private static Sent Path(string url, string value) => Sent.Of(Ask.Compile(Ask.Config("""
        "arguments":[{"name":"t","place":"path","value":"$t"}]
        """, url)), new CallMaterial(Ask.Secret(("t", value))));
}
