using TokenFunctions.Model;

namespace TokenFunctions.Core.Tests.Model;

/// <summary>Many instances over one store and one provider, in many orders: no rule of the flow is broken.</summary>
public sealed class ModelTests
{
    private const int Seeds = 2000;

    public static TheoryData<RealmKind> Kinds => [.. Enum.GetValues<RealmKind>().Where(kind => kind != RealmKind.Rotating)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_rule_is_broken(RealmKind kind)
    {
        var seeds = Enumerable.Range(0, Seeds).Where(seed => seed % Kinds.Count() == (int)kind);
        var broken = seeds.Select(seed => Run.Of(seed, kind)).FirstOrDefault(outcome => outcome.Broken is not null);

        Assert.True(broken is null, broken?.ToString());
    }

    [Fact]
    public void A_seed_has_the_same_steps_each_time()
    {
        var (once, again) = (new List<string>(), new List<string>());

        Run.Of(7, RealmKind.ReplacesAtOnce, trace: once.Add);
        Run.Of(7, RealmKind.ReplacesAtOnce, trace: again.Add);

        Assert.NotEmpty(once);
        Assert.Equal(once, again);
    }
}
