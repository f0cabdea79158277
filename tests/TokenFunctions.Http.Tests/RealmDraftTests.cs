using System.Text.Json.Nodes;
using TokenFunctions.Http.Tests.App;

namespace TokenFunctions.Http.Tests;

public sealed class RealmDraftTests : IAsyncLifetime
{
    private const string Line =
        "curl -X POST https://id.example.com/oauth/token -u 'hid-user:hid-pass' -d 'audience=https://a.example/&tenant_id=hid-tenant'";

    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_draft_is_answered_with_all_about_it()
    {
        var reply = await DraftAsync(Line, JsonNode.Parse("""{"data":{"token":"hid-token","expires_in":60},"code":0}"""));

        Assert.Equal(200, reply.Status);
        Assert.Equal(
            """{"realm":{"id":"example","config":{"url":"https://id.example.com/oauth/token","method":"POST","content_type":"form","arguments":["""
            + """{"name":"audience","place":"body","value":"https://a.example/"},{"name":"tenant_id","place":"body","value":"$tenant_id"}]"""
            + ""","auth":{"type":"basic","username":"$username","password":"$password"},"token_path":"data.token","expires_in_path":"data.expires_in","response":"""
            + """{"success":[{"path":"code","in":[0]}]}}}"""
            + ""","secret":[{"field":"tenant_id","label":"Tenant ID","confidential":false,"from":"form field `tenant_id`"},"""
            + """{"field":"username","label":"Username","confidential":false,"from":"option `-u`"},"""
            + """{"field":"password","label":"Password","confidential":true,"from":"option `-u`"}],"preset":null,"unsure":["""
            + "\"The token is taken from `data.token`.\"",
            reply.Body[..reply.Body.IndexOf(',', reply.Body.IndexOf("\"unsure\"", StringComparison.Ordinal))]);
    }

    [Fact]
    public async Task A_sample_answer_may_be_a_text_or_null()
    {
        var text = await DraftAsync(Line, """{"sid":"hid-token","ttl":60}""");
        var none = await DraftAsync(Line, null);

        Assert.Equal("sid", text.Json.GetProperty("realm").GetProperty("config").GetProperty("token_path").GetString());
        Assert.Equal("access_token", none.Json.GetProperty("realm").GetProperty("config").GetProperty("token_path").GetString());
    }

    [Fact]
    public async Task What_is_drafted_can_be_saved_and_its_fields_be_filled()
    {
        var draft = await DraftAsync(Line, JsonNode.Parse("""{"token":"hid-token","ttl":60}"""));
        var realm = draft.Json.GetProperty("realm").GetRawText();
        Assert.Equal(201, (await app.PostAsync("/api/realm", realm)).Status);

        var values = new JsonObject(draft.Json.GetProperty("secret").EnumerateArray()
            .Select(f => KeyValuePair.Create(f.GetProperty("field").GetString()!, (JsonNode?)"value")));
        var secret = new JsonObject { ["realm"] = "example", ["key"] = "k", ["fields"] = values };
        Assert.Equal(200, (await app.PostAsync("/api/secret", secret.ToJsonString())).Status);
    }

    [Theory]
    [InlineData("curl https://a.example/ -u hid-user:hid-pass -H 'X-Api-Key: hid-key' -b 'a=hid-cookie' -d '{\"a\":{\"b\":\"hid-leaf\"}}'")]
    [InlineData("curl 'https://hid-user:hid-pass@a.example/?key=hid-key' -H 'Authorization: Token hid-token' hid-word")]
    [InlineData("curl hid-word -d hid-data")]
    [InlineData("curl 'https://a.example/ -d hid-data")]
    [InlineData("curl https://a.example/ -d hid-data -H")]
    public async Task No_answer_and_no_log_holds_a_value_of_the_line(string line)
    {
        var reply = await DraftAsync(line, JsonNode.Parse("""{"token":"hid-token","message":"hid-message"}"""));

        Assert.DoesNotContain("hid-", reply.All, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Parts.Log.Lines, l => l.Contains("hid-", StringComparison.Ordinal));
    }

    private Task<Reply> DraftAsync(string curl, JsonNode? answer) =>
        app.PostAsync("/api/realm-draft", new JsonObject { ["curl"] = curl, ["answer"] = answer }.ToJsonString());
}
