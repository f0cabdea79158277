using TokenFunctions.App.Tests.App;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>Starts that are refused.</summary>
[Collection("apps")]
public sealed class StartTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task All_faults_of_the_settings_are_told_at_once_and_without_their_values()
    {
        var planted = Evidence.Plant("key");
        await using var app = AppProcess.Launch(new AppSettings(folder.Path).With(
            ("TokenFunctions__Storag", "memory"),
            ("TokenFunctions__SealingKey", planted),
            ("TokenFunctions__VaultUri", "ftp://vault"),
            ("TokenFunctions__TrustFunctionKeys", "true"),
            ("TokenFunctions__Times__PollMinMs", "soon")));
        await app.WaitForExitAsync();

        Assert.Equal(1, app.ExitCode);
        string[] named = ["TokenFunctions__Storag ", "SealingKey", "VaultUri", "TrustFunctionKeys", "PollMinMs"];
        Assert.All(named, name => Assert.Contains(name, app.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_others_can_reach_needs_an_admin_key()
    {
        await using var app = AppProcess.Launch(new AppSettings(folder.Path).With(("ASPNETCORE_URLS", "http://0.0.0.0:0")));
        await app.WaitForExitAsync();

        Assert.Equal(1, app.ExitCode);
        Assert.Contains("TokenFunctions__AdminKey", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_the_Functions_host_somebody_must_say_who_may_call()
    {
        await using var app = AppProcess.Launch(new AppSettings(folder.Path).With(
            ("FUNCTIONS_CUSTOMHANDLER_PORT", "7999"), ("TokenFunctions__Storage", "memory")));
        await app.WaitForExitAsync();

        Assert.Equal(1, app.ExitCode);
        Assert.Contains("TrustFunctionKeys", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_are_no_argument_are_answered_with_the_usage()
    {
        await using var app = AppProcess.Launch(new AppSettings(folder.Path), "--dmeo");
        await app.WaitForExitAsync();

        Assert.Equal(64, app.ExitCode);
        Assert.Contains("--demo", app.Output, StringComparison.Ordinal);
    }
}
