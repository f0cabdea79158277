using System.Globalization;
using TokenFunctions.Standings;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Standings;

public sealed class TokenRangesTests
{
    [Theory]
    [InlineData(1, "a=1")]
    [InlineData(1, "a=400", "ab=300", "a-b=300")]
    [InlineData(2, "a=400", "ab=300", "a-b=301")]
    [InlineData(1, "a=2000")]
    [InlineData(8, "a=2001")]
    [InlineData(11, "A=5", "a=2500", "a.b=900", "z=700", "zz=400")]
    public void Each_token_lies_in_one_range_and_a_range_is_about_a_page(int count, params string[] realms)
    {
        var secrets = realms.SelectMany(Secrets).ToList();

        var ranges = TokenRanges.Of(secrets).ToList();

        Assert.Equal(count, ranges.Count);
        foreach (var address in secrets.Select(secret => TokenRow.Address(secret.Key)))
            Assert.Single(ranges, range => Holds(range, address));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2001")]
    public void The_ranges_of_one_realm_hold_no_other(string count)
    {
        var ranges = TokenRanges.Of(Secrets($"a={count}")).ToList();
        foreach (var other in new[] { "A", "a0", "a-", "a.b", "aa", "b", "Z" })
            Assert.DoesNotContain(ranges, range => Holds(range, TokenRow.Address(new TokenKey(other, "k"))));
    }

    [Fact]
    public void Of_nothing_there_is_no_range() => Assert.Empty(TokenRanges.Of([]));

    private static bool Holds(RowQuery range, RowKey address) =>
        string.CompareOrdinal(range.PartitionFrom, address.Partition) <= 0
        && string.CompareOrdinal(address.Partition, range.PartitionBefore) < 0;

    private static IEnumerable<Secret> Secrets(string realm)
    {
        var parts = realm.Split('=');
        var count = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return Enumerable.Range(0, count).Select(n => new Secret(new TokenKey(parts[0], $"k{n}"), 1));
    }
}
