using TokenFunctions.Storage.Memory;
using TokenFunctions.Tokens;

namespace TokenFunctions.Bench.Stampedes;

/// <summary>10,000 callers in one process who wait for one renewal: of this process, and of another one.</summary>
internal sealed class InProcess
{
    private const int Callers = 10_000;
    private const int Rounds = 9;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(50);

    private readonly SlowProvider provider = new(Wait);
    private readonly Instance holder;
    private readonly Instance waiter;
    private readonly Crowd bare = new("bare wait, in process", Callers);
    private readonly Crowd cache = new("cache, in process", Callers);
    private readonly Crowd core = new("core, in process", Callers);
    private readonly Crowd other = new("cache, the renewal is another process's", Callers);

    private InProcess()
    {
        var store = new MemoryTables();
        (holder, waiter) = (new Instance(store, provider), new Instance(store, provider));
    }

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(CrowdReport report)
    {
        var run = new InProcess();
        await run.holder.RegisterAsync();
        await run.RoundAsync();
        foreach (var crowd in new[] { run.bare, run.cache, run.core, run.other }) crowd.Forget();
        var operations = (Reads: 0L, Writes: 0L);
        for (var round = 0; round < Rounds; round++) operations = await run.RoundAsync();
        await report.AddAsync(Wait, run.bare, run.cache, run.core, run.other);
        await report.NoteAsync(FormattableString.Invariant(
            $"store operations of a process with {Callers} callers that waits for another one: {operations.Reads} reads, {operations.Writes} writes"));
    }

    // One after the other, so that whatever disturbs the machine disturbs all alike. Gives the waiting process's operations.
    private async Task<(long Reads, long Writes)> RoundAsync()
    {
        await bare.RunAsync(BareAsync);
        await OneCallAsync(key => cache.RunAsync(() => AskAsync(holder.Cache, key)));
        await OneCallAsync(key => core.RunAsync(() => AskAsync(holder.Broker, key)));
        var (reads, writes) = (0L, 0L);
        await OneCallAsync(async key =>
        {
            var renewing = AskAsync(holder.Broker, key);
            await Task.Delay(HeadStart, TimeProvider.System);
            (reads, writes) = waiter.Store.Operations;
            await other.RunAsync(() => AskAsync(waiter.Cache, key));
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
