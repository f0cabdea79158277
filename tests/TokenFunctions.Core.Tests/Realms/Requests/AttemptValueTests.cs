using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Requests;

/// <summary>Values that are not the secret's: of steps, uses, inputs, state.</summary>
public sealed class AttemptValueTests
{
    private static readonly RealmPlan[] Plans =
    [
        Ask.Compile(Ask.Config("\"body\":{\"a\":[\"$v\",1]},\"arguments\":[{\"name\":\"b\",\"place\":\"body\",\"value\":\"${now_ms}\"}]")),
        Ask.Compile(Ask.Config("\"body\":\"{\\\"a\\\":\\\"${v}\\\"}\"")),
        Ask.Compile(Ask.Config("\"content_type\":\"form\",\"body\":{\"a\":\"$v\"},\"auth\":{\"type\":\"basic\",\"username\":\"a\",\"password\":\"$v\"}")),
        Ask.Compile(Ask.Config("\"content_type\":\"form\",\"body\":\"a=${v}\",\"arguments\":[{\"name\":\"q\",\"place\":\"url\",\"value\":\"$v\"}]")),
        Ask.Compile(Ask.Config("\"content_type\":\"xml\",\"body\":\"<a>${v}</a>\",\"auth\":{\"type\":\"bearer\",\"token\":\"$v\"}")),
        Ask.Compile(Ask.Config("\"content_type\":\"text\",\"body\":\"<${v}>\"")),
        Ask.Compile(Ask.Config("\"content_type\":\"text\",\"arguments\":[{\"name\":\"a\",\"place\":\"body\",\"value\":\"$v\"}]")),
        Ask.Compile(Ask.Config("""
            "auth":{"type":"aws_sigv4","service":"s","region":"r","access_key_id":"a","secret_access_key":"$v"}
            """, "https://h.example/{p}").Replace("\"auth\"", """
            "arguments":[{"name":"p","place":"path","value":"$v"}],"auth"
            """, StringComparison.Ordinal)),
    ];

    [Fact]
    public void A_url_may_begin_with_what_a_step_answered()
    {
        var sent = Sent.AfterStep(TwoSteps("${steps.core.instance_url}/services/a360/token"), """
            {"access_token":"00Dcore!TOKEN","instance_url":"https://my.example.com"}
            """);

        Assert.Equal("https://my.example.com/services/a360/token", sent.Url);
        Assert.Equal("subject_token=00Dcore%21TOKEN", sent.Body);
    }

    [Theory]
    [InlineData("${steps.core.u}/t", "ftp://h.example")]
    [InlineData("${steps.core.u}/t", "https://h.example/?x=")]
    [InlineData("${steps.core.u}/t", "https://user@h.example")]
    [InlineData("https://${steps.core.u}/t", "h.example/x")]
    [InlineData("https://h.example/${steps.core.u}/t", "..")]
    public void The_rules_of_urls_hold_for_what_a_step_answered(string url, string value)
    {
        var sent = Sent.AfterStep(TwoSteps(url), $$"""{"access_token":"T","u":"{{value}}"}""");
        Assert.Equal("The values make no valid url; check what `url` reads.", sent.Fault);
    }

    [Fact]
    public void What_a_step_did_not_answer_is_named()
    {
        var sent = Sent.AfterStep(TwoSteps("${steps.core.instance_url}/t"), """{"access_token":null}""");

        Assert.Equal(FailureKind.Rejected, sent.Built.FaultKind);
        Assert.Equal(
            "The request was not made, since there is no value for `steps.core.instance_url`, `steps.core.access_token`; the realm reads it.",
            sent.Fault);
    }

    [Fact]
    public void What_a_field_does_not_hold_is_named_and_the_value_is_not()
    {
        var sent = Sent.Of("""
            "arguments":[{"name":"a","place":"body","value":"${key_1.@json.private_key}"}]
            """, ("key_1", "hunter2"));

        Assert.Equal(FailureKind.SecretIncomplete, sent.Built.FaultKind);
        Assert.Equal(
            "The request was not made, since there is no value for `key_1.@json.private_key`; the realm reads it.", sent.Fault);
    }

    [Fact]
    public void A_step_that_answered_nothing_for_an_argument_that_may_be_left_out_is_no_fault()
    {
        var config = Ask.Config("""
            "arguments":[{"name":"a","place":"body","value":"${steps.core.a}","omit_empty":true},{"name":"b","place":"body","value":{"x":"${steps.core.b}"}}]
            """);
        Assert.Equal("""{"b":{"x":{"y":[true]}}}""", Sent.AfterStep(config, """{"b":{"y":[true]}}""").Body);
    }

    [Fact]
    public void Tokens_inputs_and_state_are_put_in()
    {
        var plan = Ask.Compile(Ask.Config("""
            "uses":[{"as":"mp","realm":"wechat","key":"k"}],"inputs":[{"name":"ticket"}],"state":[{"name":"rt","initial":"$r","path":"refresh_token"}],
            "arguments":[{"name":"t","place":"url","value":"${uses.mp}"},{"name":"i","place":"body","value":"${inputs.ticket}"},{"name":"s","place":"body","value":"<${state.rt}>"}]
            """));
        static Dictionary<string, SecretText> One(string name, string value) =>
            new(StringComparer.Ordinal) { [name] = new SecretText(value) };
        var sent = Sent.Of(plan, new CallMaterial(Ask.Secret(("r", "0")))
        {
            Uses = One("mp", "68&T"),
            Inputs = One("ticket", "${uses.mp}"),
            State = One("rt", "\"rt"),
        });

        Assert.Equal("?t=68%26T", sent.Built.Message!.RequestUri!.Query);
        Assert.Equal("""{"i":"${uses.mp}","s":"<\"rt>"}""", sent.Body);
    }

    [Fact]
    public void The_same_attempt_makes_the_same_request() => Prop.ForAll<string>(value =>
    {
        foreach (var plan in Plans)
        {
            var material = new CallMaterial(Ask.Secret(("v", value ?? "")));
            Assert.Equal(Sent.Of(plan, material).Print(), Sent.Of(plan, material).Print());
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("""{"type":"basic","username":"u","password":"$v"}""", "Basic dTpwdyEh", "dTpwdyEh")]
    [InlineData("""{"type":"bearer","token":"x.${v}"}""", "Bearer x.pw!!", "x.pw!!")]
    public void What_authorizes_the_request_can_be_masked(string auth, string header, string credentials)
    {
        var sent = Sent.Of("\"auth\":" + auth, ("v", "pw!!"));
        Assert.Equal((header, credentials), (sent.Header("Authorization"), sent.Built.Credentials));
    }

    private static string TwoSteps(string url) => Ask.Config("""
        "content_type":"form","arguments":[{"name":"subject_token","place":"body","value":"${steps.core.access_token}"}]
        """, url);
}
