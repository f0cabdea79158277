using Microsoft.Extensions.Hosting;

namespace TokenFunctions.Client.Prefetching;

/// <summary>Has the client made when the program starts, which begins to get its <c>Prefetch</c> then; the start does
/// not wait for it. The container ends the client with the program.</summary>
internal sealed class PrefetchStart : IHostedService
{
    public PrefetchStart(TokenClient client) => ArgumentNullException.ThrowIfNull(client);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
