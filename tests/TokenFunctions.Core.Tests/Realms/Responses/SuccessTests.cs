using TokenFunctions.Core.Tests.Realms.Doubles;

namespace TokenFunctions.Core.Tests.Realms.Responses;

public sealed class SuccessTests
{
    [Theory]
    [InlineData("""{"path":"c","in":[0]}""", "0", true)]
    [InlineData("""{"path":"c","in":[0]}""", "\"0\"", true)]
    [InlineData("""{"path":"c","in":["0"]}""", "0", true)]
    [InlineData("""{"path":"c","in":[0]}""", "1", false)]
    [InlineData("""{"path":"c","in":[0,1]}""", "1", true)]
    [InlineData("""{"path":"c","in":[0]}""", "null", false)]
    [InlineData("""{"path":"c","in":[0],"absent":true}""", "null", true)]
    [InlineData("""{"path":"c","in":[0],"absent":true}""", "1", false)]
    [InlineData("""{"path":"c","in":[true]}""", "true", true)]
    [InlineData("""{"path":"c","in":["true"]}""", "true", true)]
    [InlineData("""{"path":"c","in":[true]}""", "false", false)]
    [InlineData("""{"path":"c","not_in":["error"]}""", "\"ok\"", true)]
    [InlineData("""{"path":"c","not_in":["error"]}""", "\"error\"", false)]
    [InlineData("""{"path":"c","not_in":["error"]}""", "null", false)]
    [InlineData("""{"path":"c","not_in":["error"],"absent":true}""", "null", true)]
    [InlineData("""{"path":"c","in":[1,2],"not_in":[2]}""", "2", false)]
    [InlineData("""{"path":"c"}""", "{}", true)]
    [InlineData("""{"path":"c"}""", "null", false)]
    [InlineData("""{"path":"c","absent":true}""", "null", true)]
    [InlineData("""{"path":"c","absent":true}""", "1", false)]
    [InlineData("""{"path":"c","in":[0]},{"path":"expires_in","in":[60]}""", "0", true)]
    [InlineData("""{"path":"c","in":[0]},{"path":"expires_in","in":[61]}""", "0", false)]
    public async Task A_success_is_what_the_rules_say(string rules, string value, bool holds)
    {
        var answer = await Ask.Once(
            CannedProvider.Answering($$"""{"access_token":"T","expires_in":60,"c":{{value}}}"""),
            Ask.Config($$""" "response":{"success":[{{rules}}]} """));
        Assert.Equal(holds, answer.HasToken);
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, true)]
    [InlineData(404, true)]
    public async Task The_status_of_a_success_can_be_another(int status, bool holds)
    {
        var answer = await Ask.Once(
            CannedProvider.Answering(Ask.Success, status), Ask.Config(""" "response":{"ok_status":[201,404]} """));

        Assert.Equal(holds, answer.HasToken);
        if (!holds) Assert.Equal("The provider answered HTTP 200: it refused the request; check the realm's config and the secret's fields.", answer.Failure!.Detail);
    }

    [Fact]
    public async Task A_token_does_not_hide_that_a_rule_is_broken()
    {
        var answer = await Ask.Once(
            CannedProvider.Answering("""{"access_token":"T","expires_in":60,"errcode":40001,"errmsg":"invalid"}"""),
            Ask.Config(""" "response":{"success":[{"path":"errcode","in":[0],"absent":true}]} """));
        Assert.Equal(("40001", "invalid"), (answer.Failure!.Code, answer.Failure.Message));
    }
}
