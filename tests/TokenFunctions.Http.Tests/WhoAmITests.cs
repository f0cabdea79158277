using System.Text.Json;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Http.Tests.Fronts;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests;

/// <summary>Whoever asks is told who it is here and what it may do.</summary>
public sealed class WhoAmITests
{
    private const string Path = "/api/whoami";
    private const string Everything = """{"service":true,"rules":[{"realm":"*","key":"*","verbs":["read","flush","status","input","admin"]}]}""";

    [Fact]
    public async Task The_admin_key_may_do_everything()
    {
        await using var app = await TestApp.StartAsync();
        Assert.Equal("""{"name":"admin key","kind":"admin","may":""" + Everything + "}", (await app.GetAsync(Path)).Body);
    }

    [Theory]
    [InlineData(true, "this machine", "local")]
    [InlineData(false, "function key", "host")]
    public async Task So_may_who_needs_no_key_of_the_service(bool isAlone, string name, string kind)
    {
        var rules = isAlone
            ? new AccessRules { RequireLoopbackGuard = true }
            : new AccessRules { IsBehindHost = true, TrustFunctionKeys = true };
        await using var app = await TestApp.StartAsync(rules);
        var reply = await app.GetAsync(Path);
        Assert.Equal((name, kind), (reply.Text("name"), reply.Text("kind")));
        Assert.Equal(Everything, reply.Json.GetProperty("may").GetRawText());
    }

    [Theory]
    [InlineData("*", "*", Verb.Admin, true)]
    [InlineData("wecom", "*", Verb.Admin, false)]
    [InlineData("*", "crm-*", Verb.Admin, false)]
    [InlineData("*", "*", Verb.Read, false)]
    public async Task A_caller_is_told_its_rules_and_no_more(string realm, string key, Verb verb, bool service)
    {
        await using var app = await TestApp.StartAsync();
        var rule = new CallerRule(NamePattern.Parse(realm)!, NamePattern.Parse(key)!, [verb]);
        var secret = await app.Parts.Callers.AddAsync(new Caller("billing") { Allow = [rule], Comment = "not told" });
        var reply = await AskAsync(app, secret);

        Assert.Equal(("billing", "caller"), (reply.Text("name"), reply.Text("kind")));
        Assert.Equal(
            $$"""{"service":{{(service ? "true" : "false")}},"rules":[{"realm":"{{realm}}","key":"{{key}}","verbs":["{{Verbs.NameOf(verb)}}"]}]}""",
            reply.Json.GetProperty("may").GetRawText());
        Assert.DoesNotContain("not told", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(secret[^20..], reply.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_without_a_rule_is_told_that_it_may_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var reply = await AskAsync(app, await app.Parts.Callers.AddAsync(new Caller("none") { Allow = [] }));
        Assert.Equal("""{"service":false,"rules":[]}""", reply.Json.GetProperty("may").GetRawText());
    }

    [Fact]
    public async Task A_wrong_key_is_nobody()
    {
        await using var app = await TestApp.StartAsync();
        Assert.Equal((401, "unauthorized"), await AskAsync(app, "wrong") is var reply ? (reply.Status, reply.Code) : default);
    }

    [Fact]
    public async Task A_front_tells_it_too()
    {
        await using var front = await FrontApp.StartAsync(new AccessRules { AdminKey = new SecretText(TestApp.AdminKey) });
        var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.Add("x-api-key", TestApp.AdminKey);
        Assert.Equal(JsonValueKind.True, (await front.SendAsync(request)).Json.GetProperty("may").GetProperty("service").ValueKind);
    }

    private static Task<Reply> AskAsync(TestApp app, string key)
    {
        app.Http.DefaultRequestHeaders.Clear();
        app.Http.DefaultRequestHeaders.Add("x-api-key", key);
        return app.GetAsync(Path);
    }
}
