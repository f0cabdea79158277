using Microsoft.AspNetCore.Http;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms;

/// <summary>Whole calls over real sockets.</summary>
public sealed class RealmClientTests
{
    private readonly ManualTime clock = new(Ask.Now);

    [Fact]
    public async Task A_whole_round_trip_gives_a_token()
    {
        await using var provider = await LoopbackServer.StartAsync(async context =>
        {
            Assert.False(context.Request.Headers.ContainsKey("Accept-Encoding"));
            Assert.False(context.Request.Headers.ContainsKey("traceparent"));
            var form = await context.Request.ReadFormAsync();
            await context.Response.WriteAsync($$"""{"access_token":"{{form["s"]}}","expires_in":60}""");
        });
        var answer = await AskAsync(provider.Address, """
            "content_type":"form","arguments":[{"name":"s","place":"body","value":"$s"}]
            """, Ask.Secret(("s", "a&b=c +%")));

        Assert.Equal("a&b=c +%", answer.Token!.Value.Reveal());
    }

    [Fact]
    public async Task A_refusal_that_repeats_a_member_of_a_key_file_does_not_show_it()
    {
        var refusal = CannedProvider.Answering("""{"error":"bad","error_description":"the key was sup3r-key7"}""", 400);
        var config = Ask.Config(""" "arguments":[{"name":"k","place":"body","value":"${file.@json.k}"}] """);

        var answer = await Ask.Once(refusal, config, Ask.Secret(("file", """{"k":"sup3r-key7"}""")));

        Assert.Equal("the key was ***", answer.Failure!.Message);
    }

    [Fact]
    public async Task A_POST_without_a_body_says_so_on_the_wire()
    {
        await using var provider = await LoopbackServer.StartAsync(context =>
        {
            Assert.Equal((0, null), (context.Request.ContentLength, context.Request.ContentType));
            return context.Response.WriteAsync(Ask.Success);
        });
        Assert.True((await AskAsync(provider.Address)).HasToken);
    }

    [Fact]
    public async Task A_content_type_arrives_as_the_realm_writes_it()
    {
        await using var provider = await LoopbackServer.StartAsync(context =>
        {
            Assert.Equal((2, "application/json;  CharSet=utf-8"), (context.Request.ContentLength, context.Request.ContentType));
            return context.Response.WriteAsync(Ask.Success);
        });
        var answer = await AskAsync(provider.Address, """
            "body":{},"arguments":[{"name":"content-type","place":"header","value":"application/json;  CharSet=utf-8"}]
            """);
        Assert.True(answer.HasToken);
    }

    [Fact]
    public async Task A_signed_request_names_its_host_on_the_wire()
    {
        await using var provider = await LoopbackServer.StartAsync(context =>
        {
            Assert.Equal($"127.0.0.1:{context.Connection.LocalPort}", context.Request.Headers.Host.ToString());
            Assert.StartsWith("AWS4-HMAC-SHA256 ", context.Request.Headers.Authorization.ToString(), StringComparison.Ordinal);
            return context.Response.WriteAsync(Ask.Success);
        });
        var answer = await AskAsync(provider.Address, """
            "auth":{"type":"aws_sigv4","service":"s","region":"r","access_key_id":"a","secret_access_key":"b"}
            """);
        Assert.True(answer.HasToken);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var calls = 0;
        await using var provider = await LoopbackServer.StartAsync(context =>
        {
            calls++;
            context.Response.Redirect("/elsewhere?secret");
            return Task.CompletedTask;
        });
        var answer = await AskAsync(provider.Address);

        Assert.Equal(1, calls);
        Assert.Equal((FailureKind.Rejected, UpstreamReach.Answered), (answer.Failure!.Kind, answer.Failure.Reach));
    }

    [Theory]
    [InlineData(1024 * 1024, true, true)]
    [InlineData(1024 * 1024 + 1, true, false)]
    [InlineData(1024 * 1024, false, true)]
    [InlineData(1024 * 1024 + 1, false, false)]
    public async Task An_answer_has_at_most_one_mebibyte(int length, bool told, bool taken)
    {
        await using var provider = await LoopbackServer.StartAsync(async context =>
        {
            if (told) context.Response.ContentLength = length;
            await context.Response.WriteAsync(Ask.Success + new string(' ', length - Ask.Success.Length));
        });
        var answer = await AskAsync(provider.Address);

        Assert.Equal(taken, answer.HasToken);
        if (!taken) Assert.Equal((FailureKind.Rejected, UpstreamReach.Unanswered), (answer.Failure!.Kind, answer.Failure.Reach));
    }

    [Fact]
    public async Task Headers_over_the_cap_are_a_failure()
    {
        await using var provider = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers["X-Long"] = new string('x', 64 * 1024);
            return context.Response.WriteAsync(Ask.Success);
        });
        var answer = await AskAsync(provider.Address);
        Assert.Equal((FailureKind.Rejected, UpstreamReach.Unanswered), (answer.Failure!.Kind, answer.Failure.Reach));
    }

    private async Task<UpstreamAnswer> AskAsync(Uri address, string members = "", SecretFields? secret = null, string? allow = null)
    {
        Assert.True(EgressRules.TryParse(allow ?? "http://127.0.0.1", out var rules, out var error), error);
        return await Ask.Once(EgressHandler.Create(rules), Ask.Config(members, address.AbsoluteUri), secret, clock);
    }
}
