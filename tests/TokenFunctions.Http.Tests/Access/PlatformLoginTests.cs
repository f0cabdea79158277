using System.Net;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.Access;

public sealed class PlatformLoginTests
{
    private const string App = "11111111-2222-3333-4444-55555555aaaa";
    private const string Jwt = "eyJhbGciOiJSUzI1NiJ9.e30.c2ln";
    private static readonly AccessRules Rules = new()
    {
        AdminKey = new SecretText(TestApp.AdminKey),
        IsBehindHost = true,
        TrustAppServiceIdentity = true,
        ClientAddressHeader = "CLIENT-IP",
    };

    private static readonly Caller Known = new("known") { EntraAppId = App };
    private static readonly string Principal = CallerSetUp.Principal(("azp", App));

    [Fact]
    public async Task The_bearer_token_that_the_platform_has_checked_is_no_wrong_key()
    {
        await using var app = await TestApp.StartAsync(Rules);
        var key = await app.Parts.Callers.AddAsync(Known);
        Assert.Equal(200, (await AskAsync(app, $"Authorization: Bearer {Jwt}", $"X-MS-CLIENT-PRINCIPAL: {Principal}")).Status);
        Assert.Equal(200, (await AskAsync(app, $"Authorization: Bearer {Jwt}", $"x-api-key: {key}")).Status);
        Assert.Equal(401, (await AskAsync(app, $"Authorization: Bearer {Jwt}")).Status);
    }

    [Fact]
    public async Task A_key_that_is_sent_counts_more_than_the_identity()
    {
        await using var app = await TestApp.StartAsync(Rules);
        await app.Parts.Callers.AddAsync(Known);
        Assert.Equal(401, (await AskAsync(app, "x-api-key: wrong", $"X-MS-CLIENT-PRINCIPAL: {Principal}")).Status);
        Assert.Equal(401, (await AskAsync(app, $"Authorization: Bearer {CallerSetUp.Unknown()}", $"X-MS-CLIENT-PRINCIPAL: {Principal}")).Status);
        Assert.Equal(200, (await AskAsync(app, $"Authorization: Bearer {TestApp.AdminKey}", $"X-MS-CLIENT-PRINCIPAL: {Principal}")).Status);
    }

    [Theory]
    [InlineData(400, "broken_identity", "X-MS-CLIENT-PRINCIPAL: nonsense")]
    [InlineData(400, "broken_identity", "X-MS-CLIENT-PRINCIPAL: e30=", "X-MS-CLIENT-PRINCIPAL: e30=")]
    [InlineData(401, "unauthorized", "X-MS-CLIENT-PRINCIPAL-NAME: somebody")]
    public async Task What_says_nothing_opens_nothing(int status, string code, params string[] headers)
    {
        await using var app = await TestApp.StartAsync(Rules);
        var reply = await AskAsync(app, headers);
        Assert.Equal((status, code), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task The_application_comes_before_its_roles_and_networks_bind_it()
    {
        await using var app = await TestApp.StartAsync(Rules);
        await app.Parts.Callers.AddAsync(Known with { Networks = [IPNetwork.Parse("10.0.0.0/8")] });
        await app.Parts.Callers.AddAsync(new Caller("role") { EntraRole = "Reader" });
        var both = CallerSetUp.Principal(("azp", App), ("roles", "Reader"));
        Assert.Equal("wrong_network", (await AskAsync(app, $"X-MS-CLIENT-PRINCIPAL: {both}", "CLIENT-IP: 192.0.2.1")).Code);
        Assert.Equal(200, (await AskAsync(app, $"X-MS-CLIENT-PRINCIPAL: {both}", "CLIENT-IP: 10.0.0.1")).Status);
        var role = CallerSetUp.Principal(("scp", "x"), ("azp", App), ("roles", "Reader"));
        Assert.Equal(200, (await AskAsync(app, $"X-MS-CLIENT-PRINCIPAL: {role}", "CLIENT-IP: 192.0.2.1")).Status);
    }

    [Theory]
    [InlineData("none", 200)]
    [InlineData("same-origin", 200)]
    [InlineData("same-site", 403)]
    [InlineData("cross-site", 403)]
    public async Task A_session_serves_no_other_sites_page(string site, int status)
    {
        await using var app = await TestApp.StartAsync(Rules);
        await app.Parts.Callers.AddAsync(Known);
        var reply = await AskAsync(app, $"X-MS-CLIENT-PRINCIPAL: {Principal}", $"Sec-Fetch-Site: {site}");
        Assert.Equal((status, status == 403 ? "foreign_page" : null), (reply.Status, status == 403 ? reply.Code : null));
        var own = await AskAsync(
            app, $"X-MS-CLIENT-PRINCIPAL: {Principal}", $"Authorization: Bearer {Jwt}", $"Sec-Fetch-Site: {site}");
        Assert.Equal(200, own.Status);
    }

    [Theory]
    [InlineData(200, "Origin: http://127.0.0.1")]
    [InlineData(200, "Origin: https://TOKENS.example.com", "X-Forwarded-Host: tokens.example.com")]
    [InlineData(403, "Origin: https://evil.example")]
    [InlineData(403, "Origin: https://evil.example", "Sec-Fetch-Site: same-origin")]
    [InlineData(403, "Origin: null")]
    public async Task Nor_does_it_where_an_old_browser_names_only_the_origin(int status, params string[] headers)
    {
        await using var app = await TestApp.StartAsync(Rules);
        await app.Parts.Callers.AddAsync(Known);
        Assert.Equal(status, (await AskAsync(app, [$"X-MS-CLIENT-PRINCIPAL: {Principal}", .. headers])).Status);
    }

    private static Task<Reply> AskAsync(TestApp app, params string[] headers) =>
        RawHttp.SendAsync(app.Port, RawHttp.Head("GET /api/version HTTP/1.1", headers));
}
