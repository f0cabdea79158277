using TokenFunctions.Storage.Memory;
using TokenFunctions.Tokens;

namespace TokenFunctions.Bench.Waiting;

/// <summary>10,000 callers in one process who wait for one renewal: of this process, and of another one.</summary>
internal sealed class InProcess
{
    private const int Callers = 10_000;
    private const int Rounds = 7;
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(50);

    private readonly SlowProvider provider = new(Wait);
    private readonly Instance holder;
    private readonly Instance waiter;
    private readonly Waits bare = new("bare wait, in process");
    private readonly Waits cache = new("cache, in process");
    private readonly Waits core = new("core, in process");
    private readonly Waits other = new("cache, the renewal is another process's");

    private InProcess()
    {
        var store = new MemoryTables();
        (holder, waiter) = (new Instance(store, provider), new Instance(store, provider));
    }

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(TextWriter output)
    {
        var run = new InProcess();
        await run.holder.RegisterAsync();
        await run.RoundAsync();
        foreach (var waits in new[] { run.bare, run.cache, run.core, run.other }) waits.Forget();
        var operations = (Reads: 0L, Writes: 0L);
        for (var round = 0; round < Rounds; round++) operations = await run.RoundAsync();
        await WaitReport.WriteAsync(output, run.bare, run.cache, run.core, run.other);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"store operations of a process that waits {Wait.TotalSeconds:0} s with {Callers} callers: {operations.Reads} reads, {operations.Writes} writes"));
        await output.WriteLineAsync();
    }

    // One after the other, so that whatever disturbs the machine disturbs all alike. Gives the waiting process's operations.
    private async Task<(long Reads, long Writes)> RoundAsync()
    {
        await bare.RunAsync(Callers, BareAsync);
        await OneCallAsync(key => cache.RunAsync(Callers, () => AskAsync(holder.Cache, key)));
        await OneCallAsync(key => core.RunAsync(Callers, () => AskAsync(holder.Broker, key)));
        var (reads, writes) = (0L, 0L);
        await OneCallAsync(async key =>
        {
            var renewing = AskAsync(holder.Broker, key);
            await Task.Delay(HeadStart, TimeProvider.System);
            (reads, writes) = waiter.Store.Operations;
            await other.RunAsync(Callers, () => AskAsync(waiter.Cache, key));
            var now = waiter.Store.Operations;
            (reads, writes) = (now.Reads - reads, now.Writes - writes);
            await renewing;
        });
        return (reads, writes);
    }

    private static async Task<bool> BareAsync()
    {
        await Task.Delay(Wait, TimeProvider.System);
        return true;
    }

    private static async Task<bool> AskAsync(ITokenSource source, TokenKey key) =>
        (await source.GetAsync(new TokenRequest(key), CancellationToken.None)).HasToken;

    // Else the callers did not wait for one renewal, and the figures say something else.
    private async Task OneCallAsync(Func<TokenKey, Task> round)
    {
        var (key, before) = (await holder.AddAsync(), provider.Calls);
        await round(key);
        if (provider.Calls != before + 1)
            throw new InvalidOperationException($"The provider was asked {provider.Calls - before} times.");
    }
}
