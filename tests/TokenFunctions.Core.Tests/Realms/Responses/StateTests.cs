using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Realms.Responses;

public sealed class StateTests
{
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
