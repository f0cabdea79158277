using System.Text.Json;

namespace TokenFunctions.Core.Tests.Realms.Drafting;

public sealed class AnswerGuessTests
{
    [Theory]
    [InlineData("""{"access_token":"t","expires_in":7200}""", "access_token", "expires_in", null)]
    [InlineData("""{"access_token":"t","expires_in":"14399"}""", "access_token", "expires_in", null)]
    [InlineData("""{"id_token":"i","access_token":"t","refresh_token":"r","refresh_expires_in":9,"expires_in":7}""", "access_token", "expires_in", null)]
    [InlineData("""{"token_type":"b","token":"t","ttl":60}""", "token", "ttl", null)]
    [InlineData("""{"list":[{"token":"t","expires_in":60}]}""", "list.0.token", "list.0.expires_in", null)]
    [InlineData("""{"ticket":"t","expires_in":7200}""", "ticket", "expires_in", null)]
    [InlineData("""{"SessionId":"t","SessionTimeout":30}""", "SessionId", "SessionTimeout", """{"expires_in_unit":"min"}""")]
    [InlineData("""{"token":"t","expires_in":7200000}""", "token", "expires_in", """{"expires_in_unit":"ms"}""")]
    [InlineData("""{"token":"t","expires_in":86400000}""", "token", "expires_in", """{"expires_in_unit":"ms"}""")]
    [InlineData("""{"token":"t","expires_in":2592000}""", "token", "expires_in", null)]
    [InlineData("""{"token":"t","expires_in":5011271}""", "token", "expires_in", null)]
    [InlineData("""{"token":"t","exp":1795348800}""", "token", null, """{"expires_at_path":"exp","expires_at_format":"unix"}""")]
    [InlineData("""{"token":"t","expiresAt":1795348800.5}""", "token", null, """{"expires_at_path":"expiresAt","expires_at_format":"unix"}""")]
    [InlineData("""{"token":"t","expiresAt":1795348800.123}""", "token", null, """{"expires_at_path":"expiresAt","expires_at_format":"unix"}""")]
    [InlineData("""{"token":"t","expires":20261122130000}""", "token", null, """{"expires_at_path":"expires","expires_at_format":"%Y%m%d%H%M%S"}""")]
    [InlineData("""{"token":"t","expires_in_minutes":30}""", "token", "expires_in_minutes", """{"expires_in_unit":"min"}""")]
    [InlineData("""{"token":"t","expires":1795348800000}""", "token", null, """{"expires_at_path":"expires","expires_at_format":"unix_ms"}""")]
    [InlineData("""{"token":"t","expirationDate":"2026-11-22"}""", "token", null, """{"expires_at_path":"expirationDate","expires_at_format":"%Y-%m-%d"}""")]
    [InlineData("""{"token":"t","expires":"Sun, 22 Nov 2026 13:00:00 GMT"}""", "token", null, """{"expires_at_path":"expires","expires_at_format":"http_date"}""")]
    [InlineData("""{"token":"t","expires_at":"2026-11-22T13:00:00.123456789Z"}""", "token", null, """{"expires_at_path":"expires_at","expires_at_format":"rfc3339"}""")]
    [InlineData("""{"token":"t","expires_at":"2026-11-22T13:00:00+0000"}""", "token", null, """{"expires_at_path":"expires_at","expires_at_format":"%Y-%m-%dT%H:%M:%S%z"}""")]
    [InlineData("""{"x":"eyJhbGciOiJub25lIn0.eyJleHAiOjF9.aa"}""", "x", null, """{"expires_from_jwt":true}""")]
    [InlineData("""{"token":"t"}""", "token", null, """{"default_ttl_sec":3600}""")]
    [InlineData("""{"token":"t","expires_in":0,"is_expired":false}""", "token", null, """{"default_ttl_sec":3600}""")]
    public void Token_and_life_are_found(string answer, string token, string? life, string? response)
    {
        var config = Drafts.Of("curl https://a.example/", answer).Config;

        Assert.Equal(token, config["token_path"]!.GetValue<string>());
        Assert.Equal(life, config["expires_in_path"]?.GetValue<string>());
        Assert.Equal(response, config["response"] is { } found ? Drafts.Plain(found) : null);
    }

    [Theory]
    [InlineData("""{"token":"t","ttl":60,"code":"00000","message":"x"}""", """{"path":"code","in":["00000"]}""", null)]
    [InlineData("""{"token":"t","ttl":60,"code":200}""", """{"path":"code","in":[200]}""", null)]
    [InlineData("""{"token":"t","ttl":60,"result":1}""", """{"path":"result","in":[1]}""", """{"code_path":"result"}""")]
    [InlineData("""{"token":"t","ttl":60,"ret":0,"desc":"x"}""", """{"path":"ret","in":[0]}""", """{"code_path":"ret","message_path":"desc"}""")]
    [InlineData("""{"token":"t","ttl":60,"success":true}""", """{"path":"success","in":[true]}""", null)]
    [InlineData("""{"success":false,"message":"x"}""", """{"path":"success","in":[true]}""", null)]
    [InlineData("""{"errcode":40013,"errmsg":"x"}""", """{"path":"errcode","in":[0],"absent":true}""", null)]
    [InlineData("""{"token":"t","ttl":60,"code":"hid-account"}""", null, null)]
    [InlineData("""{"token":"t","ttl":60,"status":"approved"}""", null, null)]
    [InlineData("""{"code":1001,"message":"x"}""", null, null)]
    public void The_mark_of_success_is_found(string answer, string? rule, string? errors)
    {
        var config = Drafts.Of("curl https://a.example/", answer).Config;

        Assert.Equal(rule, config["response"]?["success"]?[0] is { } found ? Drafts.Plain(found) : null);
        Assert.Equal(errors, config["errors"] is { } paths ? Drafts.Plain(paths) : null);
    }

    [Fact]
    public void Without_a_token_in_the_sample_the_usual_answer_is_assumed_and_said()
    {
        var draft = Drafts.Of("curl https://a.example/", """{"hello":"hid-world"}""");

        Assert.Equal("access_token", draft.Config["token_path"]!.GetValue<string>());
        Assert.Equal("expires_in", draft.Config["expires_in_path"]!.GetValue<string>());
        Assert.Contains(draft.Unsure, s => s.StartsWith("No token was found in the sample answer", StringComparison.Ordinal));
        Assert.DoesNotContain("hid-", draft.Whole(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("raw-token-of-the-answer", "text", "")]
    [InlineData("<r><data><Token>t</Token><Expires>60</Expires></data></r>", "xml", "data.Token")]
    [InlineData("<r><c><Token>t</Token></c><c><Token>u</Token></c><Expires>60</Expires></r>", "xml", "c.0.Token")]
    [InlineData("access_token=t&expires=60", "form", "access_token")]
    [InlineData("{\"token\":\"t\",\"ttl\":60}", null, "token")]
    public void A_text_is_taken_for_what_it_is(string answer, string? format, string path)
    {
        var config = Drafts.Of("curl https://a.example/", $"\"{JsonEncodedText.Encode(answer)}\"").Config;

        Assert.Equal(format, config["response"]?["format"]?.GetValue<string>());
        Assert.Equal(path, config["token_path"]!.GetValue<string>());
    }
}
