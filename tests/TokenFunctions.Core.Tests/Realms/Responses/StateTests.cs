using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Responses;

public sealed class StateTests
{
    [Theory]
    [InlineData(500, "", false)]
    [InlineData(502, "<html>bad gateway</html>", false)]
    [InlineData(503, """{"error":"temporarily_unavailable"}""", false)]
    [InlineData(400, """{"error":"server_error"}""", false)]
    [InlineData(200, "not JSON", false)]
    [InlineData(200, "", false)]
    [InlineData(200, "{}", false)]
    [InlineData(200, """{"error":"invalid_grant"}""", true)]
    [InlineData(400, """{"error":"invalid_grant"}""", true)]
    [InlineData(401, "", true)]
    [InlineData(429, "", true)]
    [InlineData(500, """{"error":"invalid_grant"}""", true)]
    [InlineData(200, """{"t":"control\u0001"}""", true)]
    public async Task A_fault_of_the_provider_and_an_answer_that_cannot_be_read_do_not_tell_what_became_of_the_state(
        int status, string body, bool told)
    {
        var plan = Ask.Compile("""
            {"url":"https://h.example/?r=${state.refresh}","token_path":"t","response":{"default_ttl_sec":60},
             "errors":{"rules":[{"code":["invalid_grant"],"kind":"bad_credentials"}]},
             "state":[{"name":"refresh","initial":"$key_1","path":"r.next"}]}
            """);
        using var client = new RealmClient(CannedProvider.Answering(body, status), TimeProvider.System);
        var material = new CallMaterial(Ask.Secret(("key_1", "R0")))
        {
            State = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["refresh"] = new("R1") },
        };

        var answer = await client.AskAsync(plan, material, Ask.Long);

        Assert.Equal(told, answer.Failure!.TellsState);
        Assert.True(plan.Policy.Rotates);
    }

    [Theory]
    [InlineData("""{"t":"T","r":{"next":"R2"}}""", "R2")]
    [InlineData("""{"t":"T","r":{"next":7}}""", "7")]
    [InlineData("""{"t":"T","r":{"next":""}}""", null)]
    [InlineData("""{"t":"T","r":{"next":null}}""", null)]
    [InlineData("""{"t":"T"}""", null)]
    [InlineData("""{"r":{"next":"R2"}}""", "R2")]
    [InlineData("""{"t":"control\u0001","r":{"next":"R2"}}""", "R2")]
    [InlineData("""{"errcode":0,"t":"T","e":-1,"r":{"next":"R2"}}""", "R2")]
    [InlineData("""{"errcode":1,"t":"T","r":{"next":"R2"}}""", null)]
    public async Task A_success_renews_the_state_where_it_holds_one_also_when_its_token_cannot_be_used(string body, string? next)
    {
        var plan = Ask.Compile("""
            {"url":"https://h.example/?r=${state.refresh}","token_path":"t","expires_in_path":"e",
             "response":{"default_ttl_sec":60,"success":[{"path":"errcode","in":[0],"absent":true}]},
             "state":[{"name":"refresh","initial":"$key_1","path":"r.next"}]}
            """);
        using var client = new RealmClient(CannedProvider.Answering(body), TimeProvider.System);
        var material = new CallMaterial(Ask.Secret(("key_1", "R0")))
        {
            State = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["refresh"] = new("R1") },
        };
        var answer = await client.AskAsync(plan, material, Ask.Long);

        Assert.Equal(next, answer.State.GetValueOrDefault("refresh")?.Reveal());
        Assert.Equal(next is null ? 0 : 1, answer.State.Count);
    }
}
