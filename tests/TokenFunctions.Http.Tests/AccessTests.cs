using TokenFunctions.Http.Access;
using TokenFunctions.Http.Console;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests;

public sealed class AccessTests
{
    private const string Key = TestApp.AdminKey;
    private static readonly AccessRules Admin = new() { AdminKey = new SecretText(Key) };

    [Theory]
    [InlineData(200, "x-api-key: " + Key)]
    [InlineData(200, "Authorization: Bearer " + Key)]
    [InlineData(200, "authorization: bearer " + Key)]
    [InlineData(200, "x-api-key: " + Key, "Authorization: Bearer " + Key)]
    [InlineData(200, "x-api-key: " + Key, "Authorization: Basic dTpw")]
    [InlineData(401)]
    [InlineData(401, "x-api-key: ")]
    [InlineData(401, "x-api-key: wrong")]
    [InlineData(401, "x-api-key: " + Key + "x")]
    [InlineData(401, "Authorization: Bearer wrong")]
    [InlineData(401, "Authorization: Bearer")]
    [InlineData(401, "Authorization: Basic " + Key)]
    [InlineData(401, "Authorization: " + Key)]
    [InlineData(401, "x-api-key: " + Key, "Authorization: Bearer other")]
    [InlineData(401, "x-api-key: other", "Authorization: Bearer " + Key)]
    [InlineData(401, "x-api-key: " + Key, "x-api-key: other")]
    [InlineData(401, "x-functions-key: " + Key)]
    public async Task The_admin_key_opens(int status, params string[] headers)
    {
        await using var app = await TestApp.StartAsync(Admin);
        var reply = await SendAsync(app, "GET /api/realm", headers);
        Assert.Equal(status, reply.Status);
        if (status != 401) return;
        Assert.Equal(("unauthorized", "Bearer"), (reply.Code, reply.Header("WWW-Authenticate")));
        Assert.DoesNotContain(Key, reply.All);
    }

    [Theory]
    [InlineData("GET /api/nothing")]
    [InlineData("GET /elsewhere")]
    [InlineData("PUT /api/token")]
    [InlineData("POST /api/health")]
    [InlineData("GET /API/TOKEN?realm=r&key=k")]
    [InlineData("GET /api/token/?realm=r&key=k")]
    [InlineData("GET /api/secret/r/a%2Fb")]
    [InlineData("GET /api/version?code=host-key")]
    public async Task A_stranger_learns_nothing_of_the_routes(string line)
    {
        await using var app = await TestApp.StartAsync(Admin);
        var reply = await SendAsync(app, line, "Content-Length: 0");
        Assert.Equal((401, "unauthorized", null), (reply.Status, reply.Code, reply.Header("Allow")));
    }

    [Fact]
    public async Task Every_route_but_the_probes_and_the_console_needs_the_key()
    {
        await using var app = await TestApp.StartAsync(Admin);
        foreach (var route in RouteTable.All)
        {
            var path = route.Template.Replace("{id}", "a", StringComparison.Ordinal).Replace("{realm}/{key}", "a/b", StringComparison.Ordinal)
                .Replace("{room}/{file}", PageFiles.Names[0], StringComparison.Ordinal);
            var reply = await SendAsync(app, $"{route.Method} {path}", "Content-Length: 0");
            Assert.Equal((path, route.IsAnonymous ? 200 : 401), (path, reply.Status));
        }
    }

    [Fact]
    public async Task Keys_that_the_Functions_host_has_checked_are_enough_where_that_is_set()
    {
        await using var app = await TestApp.StartAsync(new AccessRules { TrustFunctionKeys = true });
        Assert.Equal(200, (await SendAsync(app, "GET /api/realm", "Origin: https://portal.example")).Status);
        await using var both = await TestApp.StartAsync(Admin with { TrustFunctionKeys = true });
        Assert.Equal(401, (await SendAsync(both, "GET /api/realm", "x-functions-key: host")).Status);
    }

    [Fact]
    public async Task Without_any_rule_nobody_is_let_on()
    {
        await using var app = await TestApp.StartAsync(new AccessRules());
        Assert.Equal(401, (await SendAsync(app, "GET /api/realm")).Status);
        Assert.Equal(200, (await SendAsync(app, "GET /")).Status);
    }

    private static Task<Reply> SendAsync(TestApp app, string line, params string[] headers) =>
        RawHttp.SendAsync(app.Port, RawHttp.Head($"{line} HTTP/1.1", headers));
}
