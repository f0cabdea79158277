using TokenFunctions.Notices;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Memory;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Sweeping;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow.Doubles;

/// <summary>One store, one provider, one clock, and as many instances of the service as a test wants.</summary>
internal sealed class World
{
    /// <summary>The token that most tests are about.</summary>
    public static readonly TokenKey Key = new("demo", "main");

    public ManualTime Time { get; init; } = new();

    public MemoryTables Tables { get; } = new();

    public ScriptedProvider Provider { get; } = new();

    /// <summary>Asks the provider; another than <see cref="Provider"/> for tests against a real server.</summary>
    public IRealmClient Client
    {
        get => field ?? Provider;
        init;
    }

    public SealingKey SealingKey { get; set; } = new("k1", new byte[32]);

    /// <summary>The keys of instances that are started; only <see cref="SealingKey"/>, unless a test sets others.</summary>
    public ISealingKeys SealingKeys
    {
        get => field ?? new FixedSealingKeys(SealingKey);
        set;
    }

    /// <summary>Makes what tells the operators of an instance; null = nobody is told.</summary>
    public Func<Instance, CredentialNotices>? Notices { get; set; }

    public BrokerTimes Times { get; set; } = new();

    /// <summary>How many calls to one realm's provider an instance makes at once, whatever the realm says.</summary>
    public int CallsPerRealm { get; init; } = int.MaxValue;

    public SweepLimits SweepLimits { get; set; } = new();

    public SweepHooks SweepHooks { get; set; } = new();

    /// <summary>A world with one realm and one secret, and an instance in it.</summary>
    /// <param name="policy">Members of the realm's policy, such as <c>"issue": "replaces"</c>.</param>
    /// <param name="times">The times of the flow.</param>
    /// <param name="callsPerRealm">See <see cref="CallsPerRealm"/>.</param>
    public static async Task<(World World, Instance Instance)> MakeAsync(
        string policy = "", BrokerTimes? times = null, int callsPerRealm = int.MaxValue)
    {
        var world = new World { Times = times ?? new(), CallsPerRealm = callsPerRealm };
        var instance = world.Start();
        await world.SaveRealmAsync(instance, policy);
        await world.SaveSecretAsync(instance, "one");
        return (world, instance);
    }

    public Instance Start() => new(this, new InlineScheduler());

    /// <summary>Starts an instance whose own clock is wrong, and which has learned so from the store's answers.</summary>
    public Instance StartSkewed(TimeSpan skew)
    {
        var own = new SkewedTime(Time, skew);
        var clock = new StoreClock(own);
        var second = Time.GetUtcNow();
        // Answers at the beginning and at the end of one second of the store's clock bound the offset.
        clock.Observe(second + skew, second + skew, second);
        clock.Observe(second.AddMilliseconds(999) + skew, second.AddMilliseconds(999) + skew, second);
        return new(this, new InlineScheduler(), clock);
    }

    public Instance StartOnThreads() => new(this, TaskScheduler.Default);

    // No two changes are made in the same millisecond.
    public Task SaveRealmAsync(Instance by, string policy)
    {
        var config = $$"""
            {"url": "https://provider.example/token", "method": "POST", "token_path": "access_token",
             "expires_in_path": "expires_in", "policy": { {{policy}} } }
            """;
        Time.Advance(TimeSpan.FromMilliseconds(1));
        return by.Registrar.SaveRealmAsync(new(Key.Realm, config), _ => true, CancellationToken.None);
    }

    /// <summary>Saves another realm, and a secret <c>main</c> with the field <c>key_1</c> for it.</summary>
    public async Task SaveOtherAsync(Instance by, string realm, string members, string key1 = "v")
    {
        var config = $$"""
            {"url": "https://other.example/token", "token_path": "access_token", "expires_in_path": "expires_in", {{members}} }
            """;
        Time.Advance(TimeSpan.FromMilliseconds(1));
        await by.Registrar.SaveRealmAsync(new(realm, config), _ => true, CancellationToken.None);
        var fields = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["key_1"] = new(key1) };
        var draft = new SecretDraft(new TokenKey(realm, Key.Key), new SecretFields(fields));
        await by.Registrar.SaveSecretAsync(draft, CancellationToken.None);
    }

    public async Task<Secret> SaveSecretAsync(Instance by, string key1, string key2 = "x", bool keepWarm = false)
    {
        Time.Advance(TimeSpan.FromMilliseconds(1));
        var fields = new Dictionary<string, SecretText>(StringComparer.Ordinal) { ["key_1"] = new(key1), ["key_2"] = new(key2) };
        var draft = new SecretDraft(Key, new SecretFields(fields)) { KeepWarm = keepWarm };
        return (await by.Registrar.SaveSecretAsync(draft, CancellationToken.None))!;
    }

    /// <summary>Moves the clock on, at most five minutes, until the task has ended.</summary>
    /// <param name="task">What is to end.</param>
    /// <param name="moment">The real time, in ms, that each step leaves to work on other threads.</param>
    public async Task<T> RunAsync<T>(Task<T> task, int moment = 1)
    {
        for (var step = 0; step < 1200 && !await EndsAsync(task, moment); step++) Time.Advance(TimeSpan.FromMilliseconds(250));
        Assert.True(task.IsCompleted, "The task has not ended within five minutes of the world's time.");
        return await task;
    }

    /// <summary>Moves the clock on by seconds.</summary>
    public void Pass(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));

    private static async Task<bool> EndsAsync(Task task, int moment)
    {
        for (var look = 0; look < 5 && !task.IsCompleted; look++) await Task.Yield();
        return task.IsCompleted || await Task.WhenAny(task, Task.Delay(moment)) == task;
    }
}
