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
    public void A_missing_config_is_a_fault_and_no_exception() =>
        Assert.Equal("/config", Assert.Single(RealmCompiler.Compile(default(JsonElement)).Errors).Pointer);

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
    public void Every_member_of_policy_and_attach_arrives_in_the_plan()
    {
        var plan = Ask.Compile(Ask.Config("""
            "policy":{"issue":"replaces","overlap_sec":300,"refresh_before_sec":600,"force_min_interval_sec":30,"timeout_ms":2500,"identity":["key_1"]},
            "attach":{"place":"query","name":"access_token"}
            """));

        Assert.Equal(IssueRule.Replaces, plan.Policy.Issue);
        Assert.Equal(TimeSpan.FromMinutes(5), plan.Policy.Overlap);
        Assert.Equal(TimeSpan.FromMinutes(10), plan.Policy.RefreshBefore);
        Assert.Equal(TimeSpan.FromSeconds(30), plan.Policy.ForceInterval);
        Assert.Equal(TimeSpan.FromSeconds(2.5), plan.Policy.Timeout);
        Assert.Equal(["key_1"], plan.Policy.Identity);
        Assert.Equal(new AttachRule { Place = "query", Name = "access_token", Prefix = "" }, plan.Attach);
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
