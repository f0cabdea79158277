using TokenFunctions.Model.Acting;
using TokenFunctions.Model.Checking;
using TokenFunctions.Model.Providing;
using TokenFunctions.Model.Stepping;
using TokenFunctions.Model.Storing;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Model;

/// <summary>One store, one provider, and the instances between them and the callers.</summary>
public sealed class World
{
    /// <summary>The realm's id.</summary>
    public const string Realm = "demo";

    /// <summary>The key of all values at rest.</summary>
    public static readonly FixedSealingKeys SealingKeys = new(new SealingKey("k1", new byte[32]));

    public World(Scenario scenario, Plant plant, Action<string>? trace)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var seed = scenario.Seed;
        (Scenario, Plant) = (scenario, plant);
        Machine = new Machine(new Chance(seed, 2), trace);
        Weather = new StoreWeather(Machine, new Chance(seed, 3)) { IsCalm = true };
        ProviderWeather = new ProviderWeather(Machine, new Chance(seed, 4)) { IsCalm = true };
        Provider = new Provider(Machine, scenario);
        Truth = new Truth(Store);
        Rows = new RowWatch(this);
        Calls = new CallWatch(this);
        Answers = new AnswerWatch(this);
        Administrator = new Administrator(this, new Chance(seed, 5));
        Troubles = new Troubles(this, new Chance(seed, 6));
        Crowd = new Crowd(this, new Chance(seed, 7));
        chance = new Chance(seed, 8);
        for (var n = 0; n < scenario.Instances; n++) Start($"i{n}");
    }

    private readonly Chance chance;
    private int numbers;

    public Scenario Scenario { get; }

    public Plant Plant { get; }

    public Machine Machine { get; }

    public MemoryTables Store { get; } = new();

    public StoreWeather Weather { get; }

    public ProviderWeather ProviderWeather { get; }

    public Provider Provider { get; }

    public Truth Truth { get; }

    public RowWatch Rows { get; }

    public CallWatch Calls { get; }

    public AnswerWatch Answers { get; }

    public Administrator Administrator { get; }

    public Troubles Troubles { get; }

    public Crowd Crowd { get; }

    /// <summary>All instances that ever lived.</summary>
    public List<Instance> Instances { get; } = [];

    /// <summary>Those that live.</summary>
    public IReadOnlyList<Instance> Up => [.. Instances.Where(each => each.IsUp)];

    /// <summary>The keys of the realm's secrets.</summary>
    public IEnumerable<TokenKey> Keys => Enumerable.Range(0, Scenario.Keys).Select(n => new TokenKey(Realm, $"k{n}"));

    /// <summary>How far the store times of two instances were apart at most.</summary>
    public TimeSpan Disagreement => Instances.Max(each => each.MaxError) * 2;

    /// <summary>A number that nobody had before.</summary>
    public int NextNumber() => ++numbers;

    /// <summary>Starts an instance.</summary>
    public Instance Start(string name)
    {
        var instance = new Instance(this, name, new Chance(chance.Seed(), 9));
        Instances.Add(instance);
        Machine.Tell(instance.Owner, "starts");
        SweepLater(instance);
        return instance;
    }

    private void SweepLater(Instance instance) =>
        Machine.After(chance.Seconds(5, 60), instance.Owner, "sweep", () =>
        {
            if (Crowd.HasGone) return;
            _ = instance.Scheduler.Start(() => SweepAsync(instance));
            SweepLater(instance);
        });

    // The host logs that the store is down, and sweeps again a minute later.
    private static async Task SweepAsync(Instance instance)
    {
        try
        {
            await instance.Sweep.RunAsync(CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            instance.World.Machine.Tell(instance.Owner, "the sweep found the store down");
        }
    }
}
