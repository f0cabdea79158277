using TokenFunctions.Testing;

namespace TokenFunctions.Console.Tests.Browsing;

/// <summary>The browser of this machine, and how it is started.</summary>
internal static class Chromium
{
    private const string UsualPath = "/usr/bin/chromium";

    /// <summary>The program: the one of <c>TOKENFUNCTIONS_CHROMIUM</c>, or Debian's.</summary>
    public static string Path { get; } =
        Environment.GetEnvironmentVariable("TOKENFUNCTIONS_CHROMIUM") is { Length: > 0 } path ? path : UsualPath;

    /// <summary>Why tests that need it are skipped; null = they are not. Where <c>CI=true</c> they never are.</summary>
    public static string? SkipReason => File.Exists(Path) || ContinuousIntegration.IsRunning
        ? null
        : $"Chromium is not at {Path}; tests/browser/install.sh installs it on Debian, TOKENFUNCTIONS_CHROMIUM names another place.";

    /// <summary>Nothing of its own goes out to the network, and no graphics card or sandbox is asked for.</summary>
    public static string[] Arguments { get; } =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];
}
