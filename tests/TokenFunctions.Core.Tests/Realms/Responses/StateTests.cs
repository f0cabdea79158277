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
    public async Task An_answer_renews_the_state_where_it_holds_one(string body, string? next)
    {
        var plan = Ask.Compile("""
            {"url":"https://h.example/?r=${state.refresh}","token_path":"t","response":{"default_ttl_sec":60},
             "state":[{"name":"refresh","initial":"$key_1","path":"r.next"}]}
            """);
        using var client = new RealmClient(CannedProvider.Answering(body), TimeProvider.System);
        var material = new CallMaterial(Ask.Secret(("key_1", "R0")))
        {
            State = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["refresh"] = new("R1") },
        };
        var token = (await client.AskAsync(plan, material, Ask.Long)).Token!;

        Assert.Equal(next, token.State.GetValueOrDefault("refresh")?.Reveal());
        Assert.Equal(next is null ? 0 : 1, token.State.Count);
    }
}
