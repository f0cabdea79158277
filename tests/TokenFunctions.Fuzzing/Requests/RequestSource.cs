using TokenFunctions.Fuzzing.Mutations;
using TokenFunctions.Http;
using TokenFunctions.Testing;

namespace TokenFunctions.Fuzzing.Requests;

/// <summary>Draws the requests of a run: the same seed and number are the same request.</summary>
/// <param name="seed">The run's seed.</param>
/// <param name="provider">The address and port of the run's provider.</param>
internal sealed class RequestSource(int seed, string provider)
{
    public FuzzRequest Draw(int number)
    {
        var chance = new Chance(Mix(seed, number));
        var route = chance.Pick(RouteTable.All);
        var name = $"{route.Method} {route.Template}";
        var draft = RouteSeeds.Of(name)(new Samples(chance));
        Keys.Add(draft, chance);
        if (!chance.OneIn(8)) Mutation.Apply(draft, chance);
        return draft.Finish(number, name, provider);
    }

    // Neighbouring seeds of Random begin alike (splitmix64, Steele, Lea and Flood 2014).
    private static int Mix(int seed, int number)
    {
        var mixed = (((ulong)(uint)seed << 32) | (uint)number) + 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)(mixed ^ (mixed >> 31));
    }
}
