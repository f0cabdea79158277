using TokenFunctions.Realms.Drafting.Presets;

namespace TokenFunctions.Core.Tests.Realms.Drafting;

public sealed class PresetMatchTests
{
    private static readonly PresetSketch[] Presets =
    [
        new("wecom", "WeCom app", "https://qyapi.weixin.qq.com/cgi-bin/gettoken", "GET"),
        new("wecom-suite", "WeCom suite", "https://qyapi.weixin.qq.com/cgi-bin/service/get_suite_token", "POST"),
        new("wechat", "WeChat", "https://api.weixin.qq.com/cgi-bin/token?grant_type=client_credential", "GET"),
        new("wechat-post", "WeChat by POST", "https://api.weixin.qq.com/cgi-bin/token", "POST"),
        new("entra", "Entra ID", "https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token", "POST"),
        new("auth0", "Auth0", "https://${domain}/oauth/token", "POST"),
        new("keycloak", "Keycloak", "${base}/realms/${realm}/protocol/openid-connect/token", "POST"),
        new("xsuaa", "SAP BTP", "https://${subdomain}.authentication.${region}.hana.ondemand.com/oauth/token", "POST"),
        new("paypal", "PayPal", "https://api-m.paypal.com/v1/oauth2/token", "POST"),
        new("own", "Anything", "$url", "POST"),
    ];

    [Theory]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/gettoken", "GET", "wecom")]
    [InlineData("https://QYAPI.weixin.qq.com/cgi-bin/gettoken", "POST", "wecom")]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/service/get_suite_token", "POST", "wecom-suite")]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/service/get_corp_token", "POST", null)]
    [InlineData("https://api.weixin.qq.com/cgi-bin/token", "GET", "wechat")]
    [InlineData("https://api.weixin.qq.com/cgi-bin/token", "POST", "wechat-post")]
    [InlineData("https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token", "POST", "entra")]
    [InlineData("https://login.microsoftonline.com/${tenant_id}/oauth2/v2.0/token", "POST", "entra")]
    [InlineData("https://login.microsoftonline.com/common/oauth2/v1.0/token", "POST", "entra")]
    [InlineData("https://sso.a.example/realms/master/protocol/openid-connect/token", "POST", "keycloak")]
    [InlineData("https://acme.authentication.eu10.hana.ondemand.com/oauth/token", "POST", "xsuaa")]
    [InlineData("https://acme.eu.auth0.com/oauth/token", "POST", null)]
    [InlineData("https://api-m.paypal.com.evil.example/v1/oauth2/token", "POST", null)]
    [InlineData("https://a.example/", "GET", null)]
    [InlineData("$url", "POST", null)]
    public void The_preset_of_the_same_host_and_path_is_found(string url, string method, string? id) =>
        Assert.Equal(id, PresetMatch.Best(url, method, Presets)?.Id);

    [Fact]
    public void What_speaks_for_it_is_told_in_the_presets_own_words()
    {
        var match = Drafts.Of("curl -X POST https://login.microsoftonline.com/hid-tenant/oauth2/v2.0/token", null, Presets).Preset;

        Assert.Equal(
            new PresetMatch("entra", "Entra ID",
                "The address is like that of this preset: host `login.microsoftonline.com`, path `/*/oauth2/v2.0/token`."),
            match);
    }
}
