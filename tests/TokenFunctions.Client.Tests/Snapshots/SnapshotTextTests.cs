using System.Text.Json;
using TokenFunctions.Client.Snapshots;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Snapshots;

/// <summary>What a snapshot keeps of an answer.</summary>
public sealed class SnapshotTextTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, 123, TimeSpan.Zero);

    [Fact]
    public void All_that_is_needed_to_use_a_token_comes_back()
    {
        using var extra = JsonDocument.Parse("{\"instance_url\":\"https://a.example\",\"list\":[1,null,{\"x\":\"\u00fc\"}]}");
        var token = new Token
        {
            Key = new TokenKey("wechat", "shop.1"),
            Value = new SecretText("v\u00e4lue \"quoted\" \u4e2d\ud83d\ude00"),
            Type = "MAC",
            IssuedAt = Noon,
            ExpiresAt = Noon.AddTicks(72_000_000_001),
            Generation = 1_790_000_001,
            Extra = extra.RootElement.EnumerateObject().ToDictionary(e => e.Name, e => e.Value.Clone(), StringComparer.Ordinal),
        };
        var attach = new AttachRule
        {
            Place = "query",
            Name = "access_token",
            Prefix = "",
            Hosts = ["api.example.com", "*.example.com"],
            Dead = [new([401, 403], null), new(null, ["40001", "42001"]), new([400], ["x"])],
            CodePaths = ["/errcode", "/error/code"],
        };

        var read = Assert.Single(Again(TokenResult.Of(token) with { DueAt = Noon.AddHours(1), DeadAt = Noon.AddHours(2), Attach = attach }));

        Assert.Equal(token with { Extra = read.Token!.Extra }, read.Token);
        Assert.Equal(token.Extra.Keys, read.Token.Extra.Keys);
        Assert.All(token.Extra, e => Assert.True(JsonElement.DeepEquals(e.Value, read.Token.Extra[e.Key]), e.Key));
        Assert.Equal((Noon.AddHours(1), Noon.AddHours(2)), (read.DueAt, read.DeadAt));
        Assert.Equal(Json(attach), Json(read.Attach!));
    }

    [Fact]
    public void A_token_without_end_and_without_a_rule_comes_back_so()
    {
        var token = new Token { Key = new TokenKey("a", "b"), Value = new SecretText("v"), IssuedAt = Noon, Generation = 1 };
        var read = Assert.Single(Again(TokenResult.Of(token)));
        Assert.Equal((null, null, null, null), (read.Token!.ExpiresAt, read.DueAt, read.DeadAt, read.Attach));
    }

    [Fact]
    public void It_is_bounded_and_the_first_of_the_list_are_kept()
    {
        var value = new SecretText(new string('x', 1024 * 1024));
        var many = Enumerable.Range(0, 40).Select(n => TokenResult.Of(
            new Token { Key = new TokenKey("a", $"k{n}"), Value = value, IssuedAt = Noon, Generation = 1 }));
        var text = SnapshotText.Write(many, TimeSpan.Zero);
        Assert.InRange(text.Length, SnapshotText.MaxBytes, SnapshotFile.MaxBytes - 1000);
        Assert.Equal("k0", SnapshotText.Read(text)![0].Token!.Key.Key);
    }

    private static IReadOnlyList<TokenResult> Again(TokenResult answer) =>
        SnapshotText.Read(SnapshotText.Write([answer], TimeSpan.Zero))!;

    private static string Json(AttachRule attach) => JsonSerializer.Serialize(attach);
}
