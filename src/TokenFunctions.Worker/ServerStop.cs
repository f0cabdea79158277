using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Hosting;

namespace TokenFunctions.Worker;

/// <summary>Ends the web server before all else, as it ends in an app of its own: what is written at the end, and the
/// renewals that are waited for, are then the last ones. The packages register the server first, so that it would end
/// last; services end in the reverse order of their registration (learn.microsoft.com, ".NET Generic Host").</summary>
/// <param name="server">The server; it may be told to stop twice.</param>
internal sealed class ServerStop(IServer server) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);
}
