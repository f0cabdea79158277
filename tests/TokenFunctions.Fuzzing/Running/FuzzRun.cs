using System.Diagnostics;
using System.Text;
using TokenFunctions.Fuzzing.Judging;
using TokenFunctions.Fuzzing.Providing;
using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Processes.App;

namespace TokenFunctions.Fuzzing.Running;

/// <summary>Mutated requests of a seed against a running app on SQLite, with a provider on loopback.</summary>
internal sealed class FuzzRun
{
    // Found by measuring: what the runtime keeps for itself moves within some 60 MiB, whatever the number of requests.
    private const long GrowthBound = 128 * 1024 * 1024;

    private readonly Tally tally = new();
    private readonly FuzzOptions options;
    private readonly AppProcess app;
    private readonly RequestSource source;
    private readonly StoreCheck store;

    private FuzzRun(FuzzOptions options, AppProcess app, FuzzProvider provider, string folder)
    {
        (this.options, this.app) = (options, app);
        source = new RequestSource(options.Seed, provider.Authority);
        store = new StoreCheck(app.Api, Path.Combine(folder, "data", "tokenfunctions.db"));
    }

    /// <summary>Runs it in a folder of its own.</summary>
    public static async Task<FuzzReport> RunAsync(FuzzOptions options, string folder)
    {
        await using var provider = await FuzzProvider.StartAsync();
        var settings = new AppSettings(folder) { AdminKey = Planted.AdminKey };
        await using var running = await AppProcess.StartAsync(settings.ForLoad());
        running.Api.AdminKey = Planted.AdminKey;
        await LiveSetUp.RunAsync(running.Api, provider.Authority);
        return await new FuzzRun(options, running, provider, folder).RunAsync(provider);
    }

    /// <summary>A request as it is sent, for people.</summary>
    public static string Show(FuzzOptions options, int number)
    {
        var request = new RequestSource(options.Seed, StandIn.Authority).Draw(number);
        return $"{request}, {request.Framing}:\n{Encoding.Latin1.GetString(request.Bytes)}";
    }

    private async Task<FuzzReport> RunAsync(FuzzProvider provider)
    {
        var watch = Stopwatch.StartNew();
        var warm = 0L;
        foreach (var batch in Numbers().Chunk(options.Batch))
        {
            await SendAsync(batch);
            await CheckAsync();
            if (warm == 0) warm = app.WorkingSet;
        }

        watch.Stop();
        var last = app.WorkingSet;
        if (last - warm > GrowthBound) tally.Add($"the working set grew from {warm:N0} to {last:N0} bytes");
        return new FuzzReport(options, tally.Findings, tally.Statuses, provider.Calls, warm, last, watch.Elapsed);
    }

    private IEnumerable<int> Numbers() => options.Only is { } only ? [only] : Enumerable.Range(0, options.Requests);

    private async Task SendAsync(int[] numbers)
    {
        // Four to a pipeline: those behind a slow one wait for it.
        var parts = new Queue<int[]>(numbers.Chunk(4));
        await Task.WhenAll(Enumerable.Range(0, options.Connections).Select(async _ =>
        {
            using var sender = new Sender(app.Address.Port, tally);
            while (Next(parts) is { } part) await sender.SendAsync([.. part.Select(source.Draw)]);
        }));
    }

    private static int[]? Next(Queue<int[]> parts)
    {
        lock (parts) return parts.TryDequeue(out var part) ? part : null;
    }

    private async Task CheckAsync()
    {
        if (app.HasExited)
        {
            tally.Add($"the app has ended with {app.ExitCode}");
            return;
        }

        foreach (var fault in await store.RunAsync()) tally.Add(fault);
        // Only errors are logged in a run, and no request may cause one.
        foreach (var line in Errors(app.Output.Split('\n')).Distinct(StringComparer.Ordinal)) tally.Add($"logged {line}");
        if (Leaks.AnyIn(app.Output)) tally.Add("a planted value was logged");
    }

    // A credential that the run made without what its realm reads is told as dead. The web server gives up reading the rest of a body whose trailer is none, closes the connection, and says so.
    private static bool IsError(string line) =>
        (line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal))
        && !line.EndsWith("Microsoft.AspNetCore.Server.Kestrel[67]", StringComparison.Ordinal)
        && !line.EndsWith("TokenFunctions.Notices.CredentialLog[1311]", StringComparison.Ordinal);

    // The category, and what is said in the lines below it.
    private static IEnumerable<string> Errors(string[] lines) => lines.Index()
        .Where(line => IsError(line.Item))
        .Select(line => $"{line.Item} {string.Join(' ', lines.Skip(line.Index + 1).TakeWhile(next => next.StartsWith(' ')).Take(6).Select(next => next.Trim()))}");
}
