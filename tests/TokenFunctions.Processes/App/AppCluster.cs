namespace TokenFunctions.Processes.App;

/// <summary>Several processes of the app on one store.</summary>
internal sealed class AppCluster : IAsyncDisposable
{
    private readonly List<AppProcess> apps = [];

    private AppCluster()
    {
    }

    public IReadOnlyList<AppProcess> Apps => apps;

    public AppProcess this[int index] => apps[index];

    /// <summary>Starts them, two at a time.</summary>
    public static async Task<AppCluster> StartAsync(AppSettings settings, int count)
    {
        var cluster = new AppCluster();
        try
        {
            // The first one alone: it makes the tables and the sealing key of all.
            cluster.apps.Add(await AppProcess.StartAsync(settings));
            while (cluster.apps.Count < count)
                cluster.apps.AddRange(await PairAsync(settings, Math.Min(2, count - cluster.apps.Count)));
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }

        return cluster;
    }

    /// <summary>Asks one after the other, by the number of the call.</summary>
    public ApiClient ApiOf(int call) => apps[call % apps.Count].Api;

    public async ValueTask DisposeAsync()
    {
        foreach (var app in apps) await app.DisposeAsync();
    }

    private static async Task<AppProcess[]> PairAsync(AppSettings settings, int count) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => AppProcess.StartAsync(settings)));
}
