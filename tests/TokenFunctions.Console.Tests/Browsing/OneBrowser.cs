using System.Reflection;
using Microsoft.Playwright;

namespace TokenFunctions.Console.Tests.Browsing;

/// <summary>The one browser of the test run. Each visit has a context of its own in it: storage, cookies and cache.</summary>
internal static class OneBrowser
{
    // Two cores, whole processes and a browser on them.
    public const int PatienceMs = 30_000;

    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    public static Task<IBrowser> GetAsync() => Started.Value;

    private static async Task<IBrowser> StartAsync()
    {
        var driver = typeof(OneBrowser).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "PlaywrightDriver");
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", driver.Value);
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        var playwright = await Playwright.CreateAsync();
        // The driver ends with this process, as its input ends, and takes the browser with it.
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Chromium.Arguments });
    }
}
