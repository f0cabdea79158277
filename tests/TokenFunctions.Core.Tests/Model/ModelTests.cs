using TokenFunctions.Model;

namespace TokenFunctions.Core.Tests.Model;

/// <summary>Many instances over one store and one provider, in many orders: no rule of the flow is broken.</summary>
public sealed class ModelTests
{
    private const int Seeds = 2000;

    private static readonly RealmKind[] Checked = Enum.GetValues<RealmKind>();

    public static TheoryData<RealmKind> Kinds => [.. Checked];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_rule_is_broken(RealmKind kind)
    {
        var outcomes = Enumerable.Range(0, Seeds / Checked.Length).Select(seed => Run.Of(seed, kind));
        var broken = outcomes.FirstOrDefault(outcome => outcome.Broken is not null);

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
