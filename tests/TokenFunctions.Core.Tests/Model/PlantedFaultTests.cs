using TokenFunctions.Model;
using TokenFunctions.Model.Planting;

namespace TokenFunctions.Core.Tests.Model;

/// <summary>The model finds what is wrong: each fault is put into the service from outside, and breaks a rule.</summary>
public sealed class PlantedFaultTests
{
    private const int MostSeeds = 300;

    public static TheoryData<string> Names => [.. Plants.All.Select(each => each.Plant.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_model_finds_it(string name)
    {
        var (plant, kind) = Plants.All.First(each => string.Equals(each.Plant.Name, name, StringComparison.Ordinal));
        var found = Enumerable.Range(0, MostSeeds)
            .Select(seed => Run.Of(seed, kind, plant))
            .FirstOrDefault(outcome => outcome.Broken is not null);

        Assert.True(found is not null, $"No rule was broken in {MostSeeds} seeds.");
    }
}
