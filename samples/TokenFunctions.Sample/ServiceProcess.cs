using System.Diagnostics;
using System.Security.Cryptography;

namespace TokenFunctions.Sample;

/// <summary>The service, as a process of its own on a free port of this machine. All that it holds is in its
/// memory.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private const string Announcement = "TokenFunctions is at ";

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(Process process, string adminKey) => (this.process, AdminKey) = (process, adminKey);

    /// <summary>The operator's key, which goes with the process.</summary>
    public string AdminKey { get; }

    public Uri Address { get; private set; } = null!;

    /// <summary>Starts it, and waits until it says where it is.</summary>
    /// <param name="provider">The address on this machine that it may call.</param>
    public static async Task<ServiceProcess> StartAsync(string provider)
    {
        var adminKey = RandomNumberGenerator.GetHexString(64);
        var name = OperatingSystem.IsWindows() ? "TokenFunctions.Host.exe" : "TokenFunctions.Host";
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, name))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["TokenFunctions__Storage"] = "memory";
        start.Environment["TokenFunctions__AdminKey"] = adminKey;
        start.Environment["TokenFunctions__Egress__Allow"] = provider;
        var service = new ServiceProcess(Process.Start(start)!, adminKey);
        service.Listen();
        service.Address = await service.address.Task;
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Listen()
    {
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The service ended."));
        process.OutputDataReceived += (_, line) => Read(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Read(string line)
    {
        if (line.StartsWith(Announcement, StringComparison.Ordinal))
            address.TrySetResult(new Uri(line[Announcement.Length..].TrimEnd('.')));
    }
}
