using System.Text.Json;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;

namespace TokenFunctions.Core.Tests.Realms.Config;

public sealed class RealmCompilerTests
{
    [Theory]
    [ClassData(typeof(FaultyConfigs))]
    public void A_fault_is_told_with_its_pointer_and_what_is_allowed(string config, string pointer, string rest)
    {
        var compilation = Ask.TryCompile(config);

        Assert.False(compilation.IsValid);
        Assert.Equal([new RealmError(pointer, $"`{pointer}` {rest}.")], compilation.Errors);
    }

    [Theory]
    [ClassData(typeof(SoundConfigs))]
    public void What_only_looks_odd_is_taken(string config) => Assert.Empty(Ask.TryCompile(config).Errors);

    [Fact]
    public void A_member_that_is_null_is_as_if_it_were_absent() => Assert.Empty(Ask.TryCompile("""
        {"mode":null,"url":"https://api.example.com/token","method":null,"content_type":null,"body":null,"auth":null,"tls":null,
         "token_path":"t","expires_in_path":"e","errors":null,"policy":{"overlap_sec":null,"limits":null},
         "arguments":[{"name":"n","place":"body","value":"v","type":null,"when":null,"omit_empty":null}],
         "response":{"default_ttl_sec":null,"max_ttl_sec":null,"extra":null,"success":[{"path":"a","in":null,"absent":null}]}}
        """).Errors);

    [Theory]
    [InlineData("""{"url":null,"token_path":"t","expires_in_path":"e"}""", "/config/url")]
    [InlineData("""{"url":"https://a.example/","token_path":null,"expires_in_path":"e"}""", "/config/token_path")]
    [InlineData("""{"url":"https://a.example/","token_path":"t","expires_in_path":null}""", "/config/expires_in_path")]
    public void A_member_that_is_null_does_not_stand_for_a_needed_one(string config, string pointer) =>
        Assert.Equal(pointer, Assert.Single(Ask.TryCompile(config).Errors).Pointer);

    [Fact]
    public void A_wrong_name_in_a_list_is_told_once()
    {
        var faults = Ask.TryCompile(Ask.Config(""" "errors":{"rules":[{"refresh_uses":[{},"a"]}]} """)).Errors;

        Assert.Equal(["/config/errors/rules/0/refresh_uses/0", "/config/errors/rules/0/refresh_uses"], faults.Select(fault => fault.Pointer));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var compilation = Ask.TryCompile(
            """{"method":"PATCH","arguments":[{"name":"a","place":"cookie"}],"policy":{"timeout_ms":1,"issue":7},"extra":1}""");

        Assert.Equal(
            [
                "/config/extra", "/config/url", "/config/method", "/config/arguments/0/place", "/config/arguments/0/value",
                "/config/token_path", "/config/expires_in_path", "/config/policy/issue", "/config/policy/timeout_ms",
            ],
            compilation.Errors.Select(error => error.Pointer).ToArray());
    }

    [Fact]
    public void A_value_of_the_config_is_never_in_a_message()
    {
        var compilation = Ask.TryCompile(Ask.Config("""
            "arguments":[{"name":"a","place":"header","value":"hunter2\u0001${"},{"name":"b","place":"url","value":"hunter2${x y}"}]
            """));

        Assert.Equal(2, compilation.Errors.Count);
        Assert.DoesNotContain("hunter2", string.Concat(compilation.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_member_of_policy_arrives_in_the_plan()
    {
        var policy = Ask.Compile(Ask.Config("""
            "policy":{"issue":"stable","force_issue":"replaces","overlap_sec":300,"identity":["key_1"],"refresh_before_sec":600,
              "min_interval_sec":7,"force_min_interval_sec":30,"concurrency":2,"safe_to_repeat":true,"allow_unfenced":true,"timeout_ms":2500,
              "limits":[{"max":20,"per_sec":86400,"on":"force","per":"realm"},{"max":500000,"per_sec":60}]}
            """)).Policy;

        Assert.Equal((IssueRule.Stable, IssueRule.Replaces), (policy.Issue, policy.ForceIssue));
        Assert.Equal(TimeSpan.FromMinutes(5), policy.Overlap);
        Assert.Equal(TimeSpan.FromMinutes(10), policy.RefreshBefore);
        Assert.Equal((TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(30)), (policy.MinInterval, policy.ForceInterval));
        Assert.Equal(TimeSpan.FromSeconds(2.5), policy.Timeout);
        Assert.Equal((2, true, true), (policy.Concurrency, policy.SafeToRepeat, policy.AllowUnfenced));
        Assert.Equal(["key_1"], policy.Identity);
        Assert.Equal(
            [
                new CallLimit(20, TimeSpan.FromDays(1)) { ForcedOnly = true, PerRealm = true },
                new CallLimit(500_000, TimeSpan.FromMinutes(1)),
            ],
            policy.Limits);
    }

    [Fact]
    public void Every_member_of_attach_arrives_in_the_plan()
    {
        var attach = Ask.Compile(Ask.Config("""
            "errors":{"code_path":["a.code","code"]},
            "attach":{"place":"query","name":"access_token","hosts":["API.example.com","192.0.2.1"],"dead":[{"status":[401],"code":[40001,"x"]},{"status":[403]}]}
            """)).Attach;

        Assert.Equal(("query", "access_token", ""), (attach.Place, attach.Name, attach.Prefix));
        Assert.Equal(["api.example.com", "192.0.2.1"], attach.Hosts);
        Assert.Equal([401], attach.Dead[0].Statuses);
        Assert.Equal(["40001", "x"], attach.Dead[0].Codes);
        Assert.Null(attach.Dead[1].Codes);
        Assert.Equal(["a.code", "code"], attach.CodePaths);
    }

    [Fact]
    public void The_plan_outlives_the_document_it_was_compiled_from()
    {
        RealmCompilation compilation;
        using (var document = JsonDocument.Parse(Ask.Config("""
            "arguments":[{"name":"a","place":"body","value":{"b":[1,"$key_1"]}}]
            """))) compilation = RealmCompiler.Compile(document.RootElement);

        Assert.Equal(["key_1"], compilation.Plan!.SecretFields);
    }
}
