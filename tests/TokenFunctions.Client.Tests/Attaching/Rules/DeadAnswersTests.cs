using TokenFunctions.Realms;

namespace TokenFunctions.Client.Tests.Attaching.Rules;

public sealed class DeadAnswersTests
{
    private static readonly DeadAnswers Dead = new(new()
    {
        Dead = [new([403], null), new([400], ["gone"]), new(null, ["40001"])],
        CodePaths = ["error", "header:X-Code"],
    });

    [Theory]
    [InlineData(401, true)]
    [InlineData(403, true)]
    [InlineData(400, false)]
    [InlineData(200, false)]
    public void A_status_alone_says_it(int status, bool isDead) => Assert.Equal(isDead, Dead.IsDead(status));

    [Theory]
    [InlineData(400, """{"error":"gone"}""", true)]
    [InlineData(200, """{"error":"gone"}""", false)]
    [InlineData(200, """{"error":40001}""", true)]
    [InlineData(500, "<r><error>40001</error></r>", true)]
    [InlineData(500, "\uFEFF <r><error>40001</error></r>", true)]
    [InlineData(200, """{"error":""}""", false)]
    [InlineData(200, "", false)]
    [InlineData(200, "40001", false)]
    public void A_code_says_it(int status, string body, bool isDead) =>
        Assert.Equal(isDead, Dead.IsDead(status, [], System.Text.Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void A_header_can_hold_the_code() =>
        Assert.True(Dead.IsDead(200, [KeyValuePair.Create("x-code", "40001")], default));

    [Fact]
    public void Without_rules_only_401_says_it()
    {
        var usual = new DeadAnswers(new());

        Assert.True(usual.IsDead(401));
        Assert.False(usual.IsDead(403));
        Assert.False(usual.NeedsCode(200));
    }
}
