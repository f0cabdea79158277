using TokenFunctions.Realms;
using TokenFunctions.Registry;

namespace TokenFunctions.Core.Tests.Registry;

/// <summary>How many realms in a row count is that of the longest way, whichever way is looked at first.</summary>
public sealed class UseChainTests
{
    private readonly Dictionary<string, RealmPlan> plans = new(StringComparer.Ordinal);
    private int finds;

    [Theory]
    [InlineData(16, true, false)]
    [InlineData(16, false, false)]
    [InlineData(17, true, true)]
    [InlineData(17, false, true)]
    public async Task A_short_way_to_a_realm_does_not_hide_a_longer_one(int length, bool isShortFirst, bool isFault)
    {
        // Both ways meet at b0; the longer one goes through the fork, all of a0 … and then all of b0 ….
        AddRow("a", 15, "b0");
        AddRow("b", length, null);
        Add("fork", isShortFirst ? ["b0", "a0"] : ["a0", "b0"]);
        Add("top", "fork");

        Assert.Equal(isFault, (await CheckAsync("top")).Count > 0);
    }

    [Fact]
    public async Task What_ways_share_is_looked_at_once()
    {
        // 2 ^ 30 ways.
        for (var layer = 0; layer < 30; layer++)
            foreach (var side in new[] { "l", "r" })
                Add($"{side}{layer}", layer == 29 ? [] : [$"l{layer + 1}", $"r{layer + 1}"]);
        Add("top", "l0");

        Assert.Empty(await CheckAsync("top"));
        Assert.Equal(59, finds);
    }

    [Fact]
    public async Task A_way_back_is_told_and_a_circle_of_others_is_theirs()
    {
        Add("a", "b");
        Add("b", "c", "a");
        Add("c");
        Add("top", "a");

        Assert.Empty(await CheckAsync("top"));
        Assert.Contains("leads back to this realm (a → b → a)", Assert.Single(await CheckAsync("a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_realm_that_is_not_there_counts_as_one()
    {
        AddRow("a", 31, "missing");
        Add("top", "a0");
        Assert.Empty(await CheckAsync("top"));

        Add("higher", "top");
        Assert.Contains("more than 32 realms", Assert.Single(await CheckAsync("higher")).Message, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<RealmError>> CheckAsync(string id)
    {
        finds = 0;
        var chain = new UseChain((other, _) =>
        {
            finds++;
            return Task.FromResult(plans.GetValueOrDefault(other));
        });
        return chain.CheckAsync(id, plans[id], CancellationToken.None);
    }

    // As many as the length says, each with the token of the next, and the last with that of the end.
    private void AddRow(string name, int length, string? end)
    {
        for (var n = 0; n < length; n++)
        {
            var next = n < length - 1 ? $"{name}{n + 1}" : end;
            Add($"{name}{n}", next is null ? [] : [next]);
        }
    }

    private void Add(string id, params string[] uses)
    {
        var members = uses.Select((realm, n) => $$"""{"as":"u{{n}}","realm":"{{realm}}","key":"k"}""");
        var arguments = uses.Select((_, n) => $$$"""{"name":"a{{{n}}}","place":"url","value":"${uses.u{{{n}}}}"}""");
        var config = $$"""
            {"url":"https://a.example/","token_path":"t","expires_in_path":"e",
             "uses":[{{string.Join(',', members)}}],"arguments":[{{string.Join(',', arguments)}}]}
            """;
        var compilation = RealmCompiler.Compile(new RealmDefinition(id, config));
        Assert.Empty(compilation.Errors);
        plans[id] = compilation.Plan!;
    }
}
