using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Input;
using TokenFunctions.Properties;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.Parsers;

/// <summary>What is read in the short way is what the long way reads.</summary>
public sealed class PlainInputTests
{
    private static readonly string[] Pieces =
        ["?", "&", "&", "=", "realm=", "key=", "realm=a", "key=b.c", "&realm=r1", "&key=k-2", "code=", "&code=x%3D", "attach=true", "flush=1", "%41", "+", "a", "Realm=a", "_", "例"];

    private readonly PlainInputs plain = new();

    [Fact]
    public void What_it_takes_the_long_way_reads_alike() => Seeds.Hold(20_000, chance =>
    {
        var query = "?" + chance.Pieces(7, Pieces);
        if (plain.Find(query) is { } found) Assert.Equal(Long(query), found);
    });

    [Theory]
    [InlineData("?realm=r&key=k")]
    [InlineData("?key=k&realm=r")]
    [InlineData("?code=abc%3D%3D&realm=r&key=k")]
    [InlineData("?realm=r&key=k&code=abc&code=def")]
    public void It_takes_plain_questions_in_any_order_and_the_hosts_key_beside_them(string query)
    {
        var found = plain.Find(query);
        Assert.Equal(new TokenInput(new TokenRequest(new TokenKey("r", "k")), Attach: false), found);
        Assert.Equal(Long(query), found);
        Assert.Same(found, plain.Find(query));
        Assert.Same(found, plain.Find("?realm=r&key=k"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("?realm=r")]
    [InlineData("?key=k")]
    [InlineData("?realm=&key=k")]
    [InlineData("?realm=r&key=k&realm=r")]
    [InlineData("?realm=&realm=r&key=k")]
    [InlineData("?realm=r&key=k&")]
    [InlineData("?realm=r&key=k&attach=true")]
    [InlineData("?realm=r&key=a%20b")]
    [InlineData("?realm=r&key=a+b")]
    [InlineData("?realm=r&key=a=b")]
    [InlineData("?realm=_r&key=k")]
    [InlineData("?Realm=r&key=k")]
    [InlineData("?realm=r&key=k&code")]
    [InlineData("?realm=r&key=k&code=1&code=2&code=3")]
    public void It_leaves_all_else_to_the_long_way(string? query) => Assert.Null(plain.Find(query));

    [Fact]
    public void A_query_that_is_too_long_is_left_to_the_long_way() =>
        Assert.Null(plain.Find("?realm=r&key=k&code=" + new string('c', Query.MaxLength)));

    [Fact]
    public void Each_of_many_questions_gets_its_own_answer()
    {
        for (var round = 0; round < 2; round++)
            for (var n = 0; n < 30_000; n++)
                Assert.Equal(new TokenKey($"r{n % 7}", $"k{n}"), plain.Find($"?realm=r{n % 7}&key=k{n}")!.Request.Key);
    }

    private static TokenInput Long(string query)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        var reading = TokenInput.ReadAsync(context);
        Assert.True(reading.IsCompletedSuccessfully);
        return reading.GetAwaiter().GetResult().Value!;
    }
}
