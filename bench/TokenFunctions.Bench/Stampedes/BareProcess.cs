using System.Diagnostics;
using System.Globalization;

namespace TokenFunctions.Bench.Stampedes;

/// <summary>The process of a <see cref="BareEndpoint"/>.</summary>
internal sealed class BareProcess : IAsyncDisposable
{
    private readonly Process process;

    private BareProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Starts this program again, as the endpoint.</summary>
    public static async Task<BareProcess> StartAsync(TimeSpan wait)
    {
        var milliseconds = wait.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(Environment.ProcessPath!, [BareEndpoint.Command, milliseconds])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var started = Process.Start(start)!;
        var address = await started.StandardOutput.ReadLineAsync();
        return new BareProcess(started, new Uri(address!));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
