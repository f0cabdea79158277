using System.Globalization;
using TokenFunctions.Bench.Load;
using TokenFunctions.Bench.Pairs;
using TokenFunctions.Bench.Servers;

namespace TokenFunctions.Bench.Mixed;

/// <summary>Realms with 100 keys each. The tokens of every hundredth realm end soon.</summary>
/// <param name="service">Where they are.</param>
/// <param name="provider">Where their tokens come from.</param>
/// <param name="realms">How many realms.</param>
internal sealed class MixedData(Service service, TokenProvider provider, int realms)
{
    private const int KeysEach = 100;
    private const int Order = 1 << 20;
    private const int AtOnce = 16;
    private const int DyingEach = 100;

    /// <summary>How long the tokens of the dying realms live: they are due once in the run, at 0.7 to 0.8 of their life.</summary>
    public static readonly TimeSpan ShortLife = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan LongLife = TimeSpan.FromHours(24);

    /// <summary>How many tokens there are.</summary>
    public int Count => realms * KeysEach;

    /// <summary>Whether the token at this place ends soon.</summary>
    public bool IsDying(int place) => RealmOf(place) % DyingEach == DyingEach - 1;

    /// <summary>The name of the secret at this place, with which its tokens are asked for.</summary>
    public string NameOf(int place) => $"{Realm(place)}-{Key(place)}";

    /// <summary>Makes all of it, and asks for each token; those that end soon are asked for once, and last.</summary>
    /// <returns>What is asked: by Zipf's law, the token at place n in proportion to 1/n.</returns>
    public async Task<Workload> FillAsync()
    {
        await EachAsync(Enumerable.Range(0, realms), realm => service.AddRealmAsync(
            Realm(realm), provider.RealmOf(IsDying(realm) ? ShortLife : LongLife)));
        await EachAsync(Enumerable.Range(0, Count), place => service.AddSecretAsync(Realm(place), Key(place)));
        var asks = Enumerable.Range(0, Count).Select(place => service.AskFront(Realm(place), Key(place))).ToArray();
        var living = Workload.Of(asks, [.. Enumerable.Range(0, Count).Where(place => !IsDying(place))]);
        await new PairSide(service.Process, living).WarmUpAsync();
        await AskOnceAsync(asks, [.. Enumerable.Range(0, Count).Where(IsDying)]);
        return Workload.Of(asks, Draw());
    }

    // Neighbours in the order of Zipf's law belong to different realms.
    private int RealmOf(int place) => place % realms;

    private string Realm(int place) => $"r{RealmOf(place).ToString(CultureInfo.InvariantCulture)}";

    private string Key(int place) => $"k{(place / realms).ToString(CultureInfo.InvariantCulture)}";

    private static Task EachAsync(IEnumerable<int> places, Func<int, Task> work) => Parallel.ForEachAsync(
        places, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (place, _) => await work(place));

    private async Task AskOnceAsync(Ask[] asks, int[] order)
    {
        using var load = new LoadGenerator(service.Process.Port, AtOnce);
        await load.RunAsync(Workload.Of(asks, order), order.Length);
    }

    // The same in each run, so that runs can be compared.
    private int[] Draw()
    {
        var sums = new double[Count];
        var sum = 0.0;
        for (var place = 0; place < Count; place++) sums[place] = sum += 1.0 / (place + 1);
        var random = new Random(1);
        return [.. Enumerable.Range(0, Order).Select(_ => PlaceOf(random.NextDouble() * sum))];

        int PlaceOf(double drawn)
        {
            var at = Array.BinarySearch(sums, drawn);
            return at >= 0 ? at : ~at;
        }
    }
}
