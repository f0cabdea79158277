using System.Diagnostics;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Clients;

/// <summary>The clients that tests can run, and what each needs: <c>node</c> and <c>wechat</c> (Node.js), <c>urllib</c> and
/// <c>requests</c> (Python 3), <c>java</c> (a JDK from 17), <c>curl</c> (curl from 7.76 and a POSIX shell).</summary>
internal static class ClientLanguages
{
    private static readonly Lazy<string?> NoPython = new(() => Succeeds("python3", "-c", "pass") ? null : "python3 is not on PATH.");

    private static readonly Lazy<string?> NoRequests = new(
        () => NoPython.Value ?? (Succeeds("python3", "-c", "import requests") ? null : "Python's package requests is not installed."));

    private static readonly Lazy<string?> NoJava = new(
        () => Succeeds("javac", "--release", "17", "--version") && Succeeds("java", "--version") ? null : "No JDK from 17 on is on PATH.");

    private static readonly Lazy<string?> NoCurl = new(
        () => Succeeds("sh", "-c", "curl --fail-with-body --version") ? null : "sh, or curl from 7.76 on, is not on PATH.");

    /// <summary>Why tests of a client are skipped; null = they are not.</summary>
    public static string? SkipReason(string client) => client switch
    {
        "node" or "wechat" => Node.SkipReason,
        "urllib" => NoPython.Value,
        "requests" => NoRequests.Value,
        "java" => NoJava.Value,
        "curl" => NoCurl.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(client), client, "No such client."),
    };

    private static bool Succeeds(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            using var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
