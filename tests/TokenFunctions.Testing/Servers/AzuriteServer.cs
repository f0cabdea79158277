using Xunit;

namespace TokenFunctions.Testing.Servers;

/// <summary>The Table service of Azurite, for the tests of a collection. Where node is missing it stays down, and the
/// tests that need it are skipped.</summary>
public sealed class AzuriteServer : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private NodeProcess? process;

    /// <summary>The port on 127.0.0.1; stays the same over <see cref="StopAsync"/> and <see cref="StartAsync"/>.</summary>
    public int Port { get; } = FreePort.Next();

    /// <summary>The account's address.</summary>
    public Uri Endpoint => new($"http://127.0.0.1:{Port}/{DevelopmentAccount.Name}");

    /// <summary>A connection string with the account's key.</summary>
    public string ConnectionString => DevelopmentAccount.ConnectionString(Endpoint);

    /// <summary>The same by way of something that listens on another port of 127.0.0.1.</summary>
    public static string ConnectionStringBy(int port) =>
        DevelopmentAccount.ConnectionString(new Uri($"http://127.0.0.1:{port}/{DevelopmentAccount.Name}"));

    public async Task InitializeAsync()
    {
        if (Node.SkipReason is null) await StartAsync();
    }

    /// <summary>Starts the server, after <see cref="StopAsync"/> with the rows it had.</summary>
    public async Task StartAsync() =>
        process ??= await NodeProcess.StartAsync(Port, AzuriteArguments.Table(Port, folder.Path));

    /// <summary>Stops the server: an outage. Its rows are saved and come back with <see cref="StartAsync"/>.</summary>
    public async Task StopAsync()
    {
        if (process is null) return;
        await process.StopAsync();
        process = null;
    }

    /// <summary>All that it has written to the disk, file by file; complete after <see cref="StopAsync"/>.</summary>
    public async Task<IReadOnlyList<(string Name, byte[] Bytes)>> ReadFilesAsync()
    {
        var files = new List<(string Name, byte[] Bytes)>();
        foreach (var path in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories))
            files.Add((path, await File.ReadAllBytesAsync(path)));
        return files;
    }

    /// <summary>The server stands still: connections are taken and nothing is answered, until
    /// <see cref="ContinueAsync"/> or its end.</summary>
    public Task FreezeAsync() => process?.FreezeAsync() ?? Task.CompletedTask;

    public Task ContinueAsync() => process?.ContinueAsync() ?? Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (process is not null) await process.DisposeAsync();
        folder.Dispose();
    }
}
