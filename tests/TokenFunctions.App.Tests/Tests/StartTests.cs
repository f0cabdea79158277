using System.Net;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>Starts that are refused.</summary>
[Collection("single apps")]
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
    public async Task An_address_that_others_can_reach_needs_an_admin_key_or_a_caller()
    {
        await using var app = AppProcess.Launch(new AppSettings(folder.Path).With(("ASPNETCORE_URLS", "http://0.0.0.0:0")));
        await app.WaitForExitAsync();

        Assert.Equal(1, app.ExitCode);
        Assert.Contains("TokenFunctions__AdminKey", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_caller_in_the_store_others_may_reach_it_and_nobody_is_served_without_a_key()
    {
        var (settings, port) = (new AppSettings(folder.Path), FreePort.Next());
        var keys = await CallerSeed.MakeAsync(settings, 1);
        await using var app = await AppProcess.StartAsync(
            settings.With(("ASPNETCORE_URLS", FormattableString.Invariant($"http://0.0.0.0:{port}"))) with { Port = port });

        Assert.Equal("unauthorized", (await app.Api.GetAsync("/api/version")).Code);
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/version");
        request.Headers.Add("x-api-key", keys[0]);
        Assert.Equal(HttpStatusCode.OK, (await app.Api.SendAsync(request)).Status);
    }

    [Fact]
    public async Task A_store_that_cannot_be_asked_for_callers_stops_the_start()
    {
        var nowhere = new Uri($"http://127.0.0.1:{FreePort.Next()}/{DevelopmentAccount.Name}");
        await using var app = AppProcess.Launch(new AppSettings(folder.Path).With(
            ("FUNCTIONS_CUSTOMHANDLER_PORT", "7999"), ("TokenFunctions__Storage", DevelopmentAccount.ConnectionString(nowhere))));
        await app.WaitForExitAsync();

        Assert.Equal(1, app.ExitCode);
        Assert.Contains("the store could not be asked for callers", app.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", app.Output, StringComparison.Ordinal);
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
    public async Task Function_keys_that_nothing_checks_are_not_trusted()
    {
        Directory.CreateDirectory(folder.File("Token"));
        await File.WriteAllTextAsync(
            folder.File("Token/function.json"), """{"bindings":[{"type":"httpTrigger","authLevel":"anonymous","route":"token"}]}""");
        await using var app = AppProcess.Launch(new AppSettings(folder.Path).With(
            ("FUNCTIONS_CUSTOMHANDLER_PORT", "7999"), ("TokenFunctions__Storage", "memory"), ("TokenFunctions__TrustFunctionKeys", "true")));
        await app.WaitForExitAsync();

        Assert.Equal(1, app.ExitCode);
        Assert.Contains("Token/function.json has authLevel anonymous", app.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://192.0.2.1:0", "cannot listen")]
    [InlineData("https://127.0.0.1:0", "certificate")]
    public async Task An_address_that_cannot_be_listened_on_is_told_in_a_sentence(string url, string what)
    {
        await using var app = AppProcess.Launch(new AppSettings(folder.Path) { AdminKey = Evidence.Plant("key") }.With(
            ("ASPNETCORE_URLS", url), ("TokenFunctions__Storage", "memory")));
        await app.WaitForExitAsync();

        Assert.Equal(1, app.ExitCode);
        Assert.Contains(what, app.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demo_whose_store_is_down_says_so()
    {
        var nowhere = new Uri($"http://127.0.0.1:{FreePort.Next()}/{DevelopmentAccount.Name}");
        await using var app = AppProcess.Launch(
            new AppSettings(folder.Path).With(("TokenFunctions__Storage", DevelopmentAccount.ConnectionString(nowhere))), "--demo");
        await app.WaitForExitAsync();

        Assert.Equal(1, app.ExitCode);
        Assert.Contains("does not answer", app.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", app.Output, StringComparison.Ordinal);
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
