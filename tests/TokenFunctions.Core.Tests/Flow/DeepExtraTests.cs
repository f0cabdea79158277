using System.Text.Json;
using TokenFunctions.Core.Tests.Flow.Doubles;
using TokenFunctions.Core.Tests.Realms.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow;

/// <summary>Values beside the token that are nested deep.</summary>
public sealed class DeepExtraTests
{
    private const string Policy = """
        "policy":{"issue":"replaces"},"response":{"format":"xml","extra":{"deep":"deep","flat":"flat"}}
        """;

    [Theory]
    [InlineData(1, true)]
    [InlineData(32, true)]
    [InlineData(33, false)]
    [InlineData(64, false)]
    [InlineData(98, false)]
    public async Task One_that_is_nested_too_deep_is_left_out_and_the_token_is_handed_out_again_and_again(int depth, bool isKept)
    {
        var open = string.Concat(Enumerable.Repeat("<a>", depth));
        var body = $"<r><access_token>T0KEN</access_token><expires_in>7200</expires_in><flat>x</flat><deep>{open}v{open.Replace("<", "</", StringComparison.Ordinal)}</deep></r>";
        using var client = new RealmClient(CannedProvider.Answering(body), TimeProvider.System);
        var world = new World { Client = client };
        var instance = world.Start();
        await world.SaveOtherAsync(instance, "deep", Policy);

        var first = (await instance.AskOther("deep")).Token!;
        var again = (await world.Start().AskOther("deep")).Token!;
        world.Pass(60);
        var key = new TokenKey("deep", World.Key.Key);
        var flushed = (await instance.Broker.GetAsync(new TokenRequest(key) { Flush = true }, CancellationToken.None)).Token!;

        Assert.All([first, again, flushed], token =>
        {
            Assert.Equal("T0KEN", token.Value.Reveal());
            Assert.Equal("x", token.Extra["flat"].GetString());
            Assert.Equal(isKept, token.Extra.ContainsKey("deep"));
        });
    }

    [Fact]
    public async Task A_row_that_was_written_with_one_opens()
    {
        var (world, instance) = await World.MakeAsync();
        var json = string.Concat(Enumerable.Repeat("[", 250)) + string.Concat(Enumerable.Repeat("]", 250));
        using var deep = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256 });
        world.Provider.Next(UpstreamAnswer.Of(new UpstreamToken(new SecretText("T0KEN"), TimeSpan.FromHours(1))
        {
            Extra = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["deep"] = deep.RootElement.Clone() },
        }));
        Assert.NotNull((await instance.Ask()).Token);

        Assert.Equal(json, (await world.Start().Ask()).Token!.Extra["deep"].GetRawText());
        world.Pass(60);
        Assert.NotNull((await instance.Ask(flush: true)).Token);
    }
}
