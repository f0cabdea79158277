using TokenFunctions.Testing;

namespace TokenFunctions.Bench.Servers;

/// <summary>A web server with one route, which reads the same of a request as the service does and gives an answer that
/// the service gave.</summary>
internal sealed class Bare : IAsyncDisposable
{
    private readonly TempFolder folder;

    private Bare(ServerProcess process, TempFolder folder) => (Process, this.folder) = (process, folder);

    /// <summary>The process.</summary>
    public ServerProcess Process { get; }

    /// <summary>Starts it with the service's answer.</summary>
    /// <param name="service">Whose answer it is.</param>
    /// <param name="target">Path and query.</param>
    /// <exception cref="InvalidOperationException">Its answer is another one.</exception>
    public static async Task<Bare> StartAsync(Service service, string target)
    {
        var given = new TempFolder();
        var kept = await KeptAnswer.TakeAsync(service.Process, target, service.ApiKey);
        await kept.SaveAsync(given.File("answer"));
        var process = await ServerProcess.StartAsync("bare", ServerFolders.Bare, port =>
        [
            ("FUNCTIONS_CUSTOMHANDLER_PORT", FormattableString.Invariant($"{port}")),
            ("BARE_ROUTE", target.Split('?')[0]),
            ("BARE_ANSWER", given.File("answer")),
        ]);
        var bare = new Bare(process, given);
        var answer = await KeptAnswer.TakeAsync(process, target, service.ApiKey);
        if (answer.Body != kept.Body || !answer.Headers.SequenceEqual(kept.Headers, StringComparer.Ordinal))
            throw new InvalidOperationException("The bare server gives another answer than the service.");
        return bare;
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        folder.Dispose();
    }
}
