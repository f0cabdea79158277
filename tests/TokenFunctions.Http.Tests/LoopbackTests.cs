using System.Text;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Tests.App;

namespace TokenFunctions.Http.Tests;

public sealed class LoopbackTests
{
    private static readonly AccessRules Loopback = new() { RequireLoopbackGuard = true };

    [Theory]
    [InlineData("127.0.0.1", null)]
    [InlineData("127.0.0.1:7071", null)]
    [InlineData("LocalHost:1", null)]
    [InlineData("[::1]:7071", null)]
    [InlineData("[::1]", null)]
    [InlineData("localhost.evil.example", "Host")]
    [InlineData("evil.example:7071", "Host")]
    [InlineData("127.0.0.1.nip.io", "Host")]
    [InlineData("10.0.0.1", "Host")]
    [InlineData("localhost", "Origin", "Origin: http://localhost:3000")]
    [InlineData("localhost", "Origin", "Origin: null")]
    // The service's own page, and what is like it but is another's.
    [InlineData("localhost:7071", null, "Origin: http://localhost:7071")]
    [InlineData("localhost:7071", null, "Origin: http://localhost:7071", "Sec-Fetch-Site: same-origin")]
    [InlineData("LOCALHOST:7071", null, "Origin: http://localhost:7071")]
    [InlineData("localhost:7071", null, "Origin: HTTP://LOCALHOST:7071")]
    [InlineData("[::1]:7071", null, "Origin: http://[::1]:7071")]
    [InlineData("localhost:7071", "Origin", "Origin: http://localhost:7072")]
    [InlineData("localhost:7071", "Origin", "Origin: http://localhost")]
    [InlineData("localhost:7071", "Origin", "Origin: https://localhost:7071")]
    [InlineData("localhost:7071", "Origin", "Origin: http://127.0.0.1:7071")]
    [InlineData("localhost:7071", "Origin", "Origin: http://localhost:7071.evil.example")]
    [InlineData("localhost:7071", "Origin", "Origin: http://localhost:7071/")]
    [InlineData("localhost:7071", "Origin", "Origin: null")]
    [InlineData("localhost:7071", "Origin", "Origin:")]
    [InlineData("localhost:7071", "Origin", "Origin: http://localhost:7071", "Origin: http://localhost:7071")]
    [InlineData("localhost:7071", "Origin", "Origin: http://localhost:7071, http://localhost:7071")]
    [InlineData("localhost:7071", "Origin", "Origin: http://localhost:7071 http://evil.example")]
    [InlineData("evil.example:7071", "Host", "Origin: http://evil.example:7071")]
    [InlineData("localhost:7071", "Sec-Fetch-Site", "Origin: http://localhost:7071", "Sec-Fetch-Site: cross-site")]
    [InlineData("localhost", "Sec-Fetch-Site", "Sec-Fetch-Site: cross-site")]
    [InlineData("localhost", "Sec-Fetch-Site", "Sec-Fetch-Site: same-site")]
    [InlineData("localhost", null, "Sec-Fetch-Site: none")]
    // What a front says of a request that it passes on: whoever sent it may be anywhere.
    [InlineData("localhost", "Forwarded", "Forwarded: for=192.0.2.7;proto=https")]
    [InlineData("localhost", "X-Forwarded-For", "x-forwarded-for: 192.0.2.7")]
    [InlineData("localhost", "X-Forwarded-For", "X-Forwarded-For: 127.0.0.1")]
    [InlineData("localhost", "X-Forwarded-Host", "X-Forwarded-Host: tokens.example.com")]
    [InlineData("localhost", "X-Forwarded-Proto", "X-Forwarded-Proto: https")]
    [InlineData("localhost", "X-Real-IP", "X-Real-IP: 192.0.2.7")]
    [InlineData("localhost", "Via", "Via: 1.1 front")]
    [InlineData("localhost", "Via", "Via:")]
    public async Task Without_a_key_only_programs_of_this_machine_are_served(string host, string? field, params string[] headers)
    {
        await using var app = await TestApp.StartAsync(Loopback);
        var head = RawHttp.Head("GET /api/realm HTTP/1.1", headers);
        var text = Encoding.Latin1.GetString(head).Replace("Host: 127.0.0.1", $"Host: {host}", StringComparison.Ordinal);
        var reply = await RawHttp.SendAsync(app.Port, Encoding.Latin1.GetBytes(text));
        Assert.Equal(field is null ? 200 : 403, reply.Status);
        if (field is null) return;
        Assert.Equal(("loopback_only", field), (reply.Code, reply.Field));
        Assert.Contains("TokenFunctions__AdminKey", reply.Text("detail"));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(200, "Origin: http://127.0.0.1")]
    [InlineData(403, "Origin: https://page.example")]
    [InlineData(403, "Sec-Fetch-Site: cross-site")]
    public async Task Without_a_key_a_retry_without_a_body_is_served_to_programs_only(int status, params string[] headers)
    {
        await using var app = await TestApp.StartAsync(Loopback);
        await app.PostAsync("/api/realm", """{"id":"r","config":{"url":"u"}}""");
        await app.PostAsync("/api/secret", """{"realm":"r","key":"k","key_1":"v"}""");

        var head = RawHttp.Head("POST /api/status/r/k/retry HTTP/1.1", [.. headers, "Content-Length: 0"]);
        var reply = await RawHttp.SendAsync(app.Port, head);

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task What_a_front_passes_on_is_served_with_a_key()
    {
        await using var app = await TestApp.StartAsync(Loopback);
        var caller = new Caller("remote") { Allow = [] };
        var key = await app.Parts.Callers.AddAsync(caller);

        var head = RawHttp.Head("GET /api/version HTTP/1.1", "X-Forwarded-For: 192.0.2.7", $"x-api-key: {key}");

        Assert.Equal(200, (await RawHttp.SendAsync(app.Port, head)).Status);
    }

    [Theory]
    [InlineData("text/plain", 403)]
    [InlineData("application/x-www-form-urlencoded", 403)]
    [InlineData("multipart/form-data; boundary=x", 403)]
    [InlineData("application/json", 201)]
    public async Task Without_a_key_a_form_of_a_web_page_changes_nothing(string type, int status)
    {
        await using var app = await TestApp.StartAsync(Loopback);
        var body = """{"id":"r","config":{"url":"u"}}""";
        var head = RawHttp.Head("POST /api/realm HTTP/1.1", $"Content-Type: {type}", $"Content-Length: {body.Length}");
        var reply = await RawHttp.SendAsync(app.Port, [.. head, .. Encoding.ASCII.GetBytes(body)]);
        Assert.Equal(status, reply.Status);
        if (status == 403) Assert.Equal(("loopback_only", "Content-Type"), (reply.Code, reply.Field));
        Assert.Equal(status == 201 ? 1 : 0, await app.Parts.Tables.CountAsync("realms"));
    }
}
