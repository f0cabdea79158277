using TokenFunctions.Core.Tests.Schemas;

namespace TokenFunctions.Core.Tests.Documents;

/// <summary>docs/asvs.md answers every requirement of levels 1 and 2, and what its answers name is there.</summary>
public sealed class AsvsTests
{
    private static readonly IReadOnlyList<AsvsRow> Rows =
        AsvsRow.Read(File.ReadAllText(Path.Combine(RealmSchema.Root, "docs", "asvs.md")));

    public static TheoryData<string> Numbers => [.. Rows.Select(r => r.Number)];

    // How many requirements of levels 1 and 2 each chapter of version 5.0.0 has.
    [Fact]
    public void Every_requirement_is_answered_once()
    {
        int[] chapters = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

        Assert.Equal(chapters, Rows.GroupBy(r => r.Chapter).Select(g => g.Count()));
        Assert.Equal(Rows.Count, Rows.DistinctBy(r => r.Number).Count());
        Assert.Equal((70, 183), (Rows.Count(r => r.Level == 1), Rows.Count(r => r.Level == 2)));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void An_answer_names_what_holds_it_or_says_why_not(string number)
    {
        var row = Rows.First(r => r.Number == number);
        var named = NamedThings.In(row.Why).ToList();

        Assert.Contains(row.Answer, (string[])["yes", "partly", "no", "n/a"]);
        if (row.Answer == "yes") Assert.Contains(named, NamedThings.IsOne);
        Assert.All(named, NamedThings.AssertIsThere);
        Assert.True(row.Why.Trim().Length >= 8, $"{number} says nothing.");
    }
}
