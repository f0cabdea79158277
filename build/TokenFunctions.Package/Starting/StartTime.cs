using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace TokenFunctions.Package.Starting;

/// <summary>How long the package takes from the start of its process to its first answer, started as the Functions
/// host starts it.</summary>
internal static class StartTime
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    /// <summary>Whether this machine is one that the package is made for.</summary>
    public static bool CanRunHere =>
        OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;

    /// <summary>The median of several starts, one after the other.</summary>
    /// <exception cref="PackageException">It did not start.</exception>
    public static async Task<TimeSpan> MedianAsync(string folder, Handler handler, int runs)
    {
        var times = new List<TimeSpan>();
        while (times.Count < runs) times.Add(await OnceAsync(folder, handler));
        times.Sort();
        return times[runs / 2];
    }

    private static async Task<TimeSpan> OnceAsync(string folder, Handler handler)
    {
        var port = FreePort();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = Bound };
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(Start(folder, handler, port))!;
        var told = process.StandardError.ReadToEndAsync();
        var printed = process.StandardOutput.ReadToEndAsync();
        try
        {
            while (!await AnswersAsync(http))
            {
                if (process.HasExited) throw new PackageException(
                    $"the package ends at its start with code {process.ExitCode}: {await told}");
                if (Stopwatch.GetElapsedTime(started) > Bound) throw new PackageException("the package does not answer");
                await Task.Delay(Pause);
            }

            return Stopwatch.GetElapsedTime(started);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            await printed;
        }
    }

    // In memory and with a key that nobody gets to know: no store is touched, and nobody can ask it for anything.
    private static ProcessStartInfo Start(string folder, Handler handler, int port)
    {
        var program = handler.OwnProgram(folder) is { } own ? Path.Combine(folder, own) : handler.Program;
        var start = new ProcessStartInfo(program, handler.Arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        StartEnvironment.Clear(start.Environment);
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}";
        start.Environment["TokenFunctions__Storage"] = "memory";
        start.Environment["TokenFunctions__AdminKey"] = $"{Guid.NewGuid():N}{Guid.NewGuid():N}";
        return start;
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // Nobody listens yet.
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
