using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Drafting;

/// <summary>Single rules of drafts that no sample line shows.</summary>
public sealed class DraftRulesTests
{
    [Theory]
    [InlineData("grant_type=client_credentials", """[{"code":["invalid_client","unauthorized_client","invalid_grant"],"kind":"bad_credentials"}]""")]
    [InlineData("grant_type=refresh_token&refresh_token=x", """[{"code":["invalid_client","unauthorized_client"],"kind":"bad_credentials"},{"code":["invalid_grant"],"kind":"reauthorize"}]""")]
    public void The_errors_of_OAuth_have_a_meaning(string data, string rules) =>
        Assert.Equal(rules, Drafts.Plain(Drafts.Of($"curl https://a.example/ -d '{data}'").Config["errors"]!["rules"]!));

    [Fact]
    public void A_confidential_value_is_found_again_wherever_it_stands()
    {
        var draft = Drafts.Of(
            "curl 'https://a.example/t/hid-shared-value/x?scope=a-hid-shared-value-hid-second-one' -d 'pin=hid-shared-value&password=hid-second-one'");

        Assert.Equal("https://a.example/t/${pin}/x", draft.Config["url"]!.GetValue<string>());
        Assert.Equal("a-${pin}-${password}", draft.Arguments()["scope"]);
        Assert.DoesNotContain("hid-", draft.Whole(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-d hidtext")]
    [InlineData("-d 'hidA1B2C3D4E5F6G7H8I9J0K1L2=='")]
    [InlineData("-d 'password=hid1&hid2'")]
    [InlineData("-d @hidfile")]
    [InlineData("--data-urlencode hidtext")]
    [InlineData("--data-urlencode key@hidfile")]
    [InlineData("-H 'Content-Type: application/json' -d '{\"a\":\"hid'")]
    [InlineData("-H 'Content-Type: text/plain' -d hidtext")]
    [InlineData("-H 'hidheader'")]
    [InlineData("-H 'hidA1B2C3D4E5F6G7H8I9J0K1L2: x'")]
    [InlineData("-H 'Authorization: hid1 hid2'")]
    [InlineData("-H 'Authorization: Basic hid'")]
    [InlineData("-H 'Proxy-Authorization: Basic hid'")]
    [InlineData("-u hid")]
    [InlineData("-b hidfile")]
    [InlineData("-b 'hid; a=hid'")]
    [InlineData("-F a=hid -F b=@hid")]
    [InlineData("--cert hid:hid --pass hid --proxy-user hid:hid -K hid")]
    [InlineData("--oauth2-bearer hid")]
    [InlineData("--Hid -_hid")]
    [InlineData("-d pin=1234 -d code=hid1")]
    [InlineData("--json '{\"a\":[\"hid\",{\"pin\":99999}],\"hid b\":[]}' -d '{\"hid\"'")]
    public void What_has_no_name_is_not_shown_as_one(string options)
    {
        var whole = Drafts.Of($"curl https://a.example/ {options}").Whole();

        Assert.DoesNotContain("hid", whole, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("99999", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", whole, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_keeps_what_looks_like_an_ID_and_hides_what_looks_like_a_key()
    {
        var draft = Drafts.Of("curl https://a.example/o/12345678/bot/AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/getToken");

        Assert.Equal("https://a.example/o/12345678/bot/${path_key}/getToken", draft.Config["url"]!.GetValue<string>());
        Assert.Contains(draft.Unsure, s => s.Contains("`12345678` looks like an ID", StringComparison.Ordinal));
    }

    [Fact]
    public void Typed_values_keep_their_type()
    {
        var draft = Drafts.Of("""curl https://a.example/ --json '{"force":true,"limit":10,"rate":0.5,"none":null,"shop_id":123456789}'""");

        Assert.Equal(
            """[{"name":"force","place":"body","value":true},{"name":"limit","place":"body","value":10},{"name":"rate","place":"body","value":0.5},"""
            + """{"name":"none","place":"body","value":null},{"name":"shop_id","place":"body","value":"$shop_id","type":"number"}]""",
            Drafts.Plain(draft.Config["arguments"]!));
    }

    [Theory]
    [InlineData("curl a.example/token", "https://a.example/token", "no scheme")]
    [InlineData("curl http://a.example/token", "http://a.example/token", "plain http")]
    [InlineData("curl -k https://a.example/token", "https://a.example/token", "`-k` was left out")]
    [InlineData("curl -X PATCH https://a.example/token", "https://a.example/token", "POST was taken")]
    [InlineData("curl -F a=b https://a.example/token", "https://a.example/token", "multipart/form-data")]
    [InlineData("curl https://a.example/token --next https://b.example/", "https://a.example/token", "More than one request")]
    [InlineData("curl https://a.example/token?grant_type=authorization_code", "https://a.example/token", "works once")]
    [InlineData("curl https://a.example/token?grant_type=password", "https://a.example/token", "signs a person in")]
    [InlineData("curl $BASE_URL/token", "${base_url}/token", "stands for a placeholder")]
    [InlineData("curl https://a.example/:tenant/<realm>/YOUR_APP/token", "https://a.example/${tenant}/${realm}/${app}/token", "stands for a placeholder")]
    public void What_was_guessed_or_lost_is_said(string line, string url, string sentence)
    {
        var draft = Drafts.Of(line);

        Assert.Equal(url, draft.Config["url"]!.GetValue<string>());
        Assert.Contains(draft.Unsure, s => s.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://login.microsoftonline.com/x", "microsoftonline")]
    [InlineData("https://api.shop.co.uk/x", "shop")]
    [InlineData("https://www.a.example:8443/x", "a")]
    [InlineData("http://10.0.0.7:81/x", "10-0-0-7")]
    [InlineData("https://[::1]/x", "new-realm")]
    [InlineData("https://m\u00fcller.example/x", "new-realm")]
    public void The_id_comes_of_the_host(string url, string id)
    {
        Assert.Equal(id, Drafts.Of($"curl {url}").Id);
        Assert.True(NameRule.IsValid(id));
    }

    [Fact]
    public void Fields_have_valid_names_and_labels_whatever_the_parameters_are_called()
    {
        var draft = Drafts.Of("""curl https://a.example/ --json '{"now":"a1","9 key":"b1","密钥":"c1","X":"d1","APIKey":"e1","id":"f1"}'""");

        Assert.Equal(["field_now", "field_9_key", "value", "x", "api_key", "id"], draft.Secret.Select(f => f.Field));
        Assert.All(draft.Secret, f => Assert.True(FieldName.IsValid(f.Field)));
        Assert.Equal("API key", draft.Secret[4].Label);
    }
}
