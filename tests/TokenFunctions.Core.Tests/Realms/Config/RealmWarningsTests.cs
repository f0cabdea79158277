using TokenFunctions.Realms;
using TokenFunctions.Realms.Presets;

namespace TokenFunctions.Core.Tests.Realms.Config;

public sealed class RealmWarningsTests
{
    [Theory]
    [InlineData(""" "arguments":[{"name":"client_secret","place":"body","value":"hunter2"}] """, "/config/arguments/0/value")]
    [InlineData(""" "arguments":[{"name":"a","value":"x"},{"name":"Authorization","place":"header","value":"Basic aHVudGVyMg=="}] """, "/config/arguments/1/value")]
    [InlineData(""" "arguments":[{"name":"X-Api-Key","value":"x"},{"name":"X-API_KEY","value":"hunter2"}] """, "/config/arguments/1/value")]
    [InlineData(""" "body":{"account":{"password":"hunter2"}} """, "/config/body/account/password")]
    [InlineData(""" "body":{"secrets":["$a","hunter2"]} """, "/config/body/secrets/1")]
    [InlineData(""" "auth":{"type":"basic","username":"u","password":"hunter2"} """, "/config/auth/password")]
    [InlineData(""" "auth":{"type":"bearer","token":"$$hunter2"} """, "/config/auth/token")]
    [InlineData(""" "tls":{"cert":"$cert","key":"-----BEGIN"} """, "/config/tls/key")]
    [InlineData(""" "vars":[{"name":"s","value":"$a","hash":"hmac_sha256","key":"hunter2"}] """, "/config/vars/0/key")]
    [InlineData(""" "vars":[{"name":"j","jwt":{"alg":"HS256","key":"hunter2"}}] """, "/config/vars/0/jwt/key")]
    [InlineData(""" "vars":[{"name":"my_secret","value":"hunter2"}] """, "/config/vars/0/value")]
    [InlineData(""" "url":"https://a.example/?id=1&secret=hunter2" """, "/config/url")]
    [InlineData(""" "steps":[{"id":"s","body":{"pwd":"hunter2"}}] """, "/config/steps/0/body/pwd")]
    public void A_credential_in_the_config_is_warned_of_by_its_place_alone(string members, string pointer)
    {
        var warning = Assert.Single(Of(members));
        Assert.Equal(pointer, warning.Pointer);
        Assert.DoesNotContain("hunter2", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "arguments":[{"name":"client_secret","value":"$key_1"},{"name":"Authorization","value":"Bearer ${uses.t}"}] """)]
    [InlineData(""" "arguments":[{"name":"grant_type","value":"refresh_token"},{"name":"password","value":""},{"name":"token_type","value":"mac"}] """)]
    [InlineData(""" "token_path":"access_token","response":{"extra":{"session_key":"session_key"}},"attach":{"prefix":"token "} """)]
    [InlineData(""" "auth":{"type":"basic","username":"fixed","password":"${key_1}"},"body":{"secret":7,"x":["y"]} """)]
    [InlineData(""" "url":"https://a.example/?secret=${s}&token=$t" """)]
    [InlineData(""" "uses":[{"as":"t","realm":"r","key":"main"}] """)]
    public void An_expression_and_what_is_no_credential_are_not(string members) => Assert.Empty(Of(members));

    [Fact]
    public void No_preset_has_one() => Assert.All(
        PresetCatalog.All, preset => Assert.Empty(RealmWarnings.Of(new RealmDefinition("r", preset.Config.GetRawText()))));

    private static IReadOnlyList<RealmError> Of(string members) => RealmWarnings.Of(new RealmDefinition("r", $"{{{members}}}"));
}
