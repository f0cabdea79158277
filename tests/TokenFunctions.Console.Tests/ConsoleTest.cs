using TokenFunctions.Console.Tests.Browsing;
using TokenFunctions.Console.Tests.Scenes;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing;
using static Microsoft.Playwright.Assertions;

namespace TokenFunctions.Console.Tests;

/// <summary>A test in the browser. Whatever it does: the browser's console must have nothing to tell of the page.</summary>
public abstract class ConsoleTest : IAsyncLifetime
{
    private readonly List<Visit> visits = [];
    private readonly List<IAsyncDisposable> services = [];
    private readonly TempFolder folder = new();

    public Task InitializeAsync() => Task.CompletedTask;

    // The visits first: a page that is still open would tell that its service is gone.
    public async Task DisposeAsync()
    {
        foreach (var visit in visits) await visit.DisposeAsync();
        foreach (var service in services) await service.DisposeAsync();
        folder.Dispose();
        var faults = string.Join('\n', visits.SelectMany(v => v.Faults.Unexpected));
        Assert.True(faults.Length == 0, faults);
    }

    /// <summary>A service and a provider, until the test ends.</summary>
    private protected async Task<Stage> StageAsync(params (string Name, string? Value)[] variables)
    {
        var stage = await Stage.StartAsync(folder.Path, variables);
        services.Add(stage);
        return stage;
    }

    /// <summary>What a newcomer starts.</summary>
    private protected async Task<AppProcess> DemoAsync()
    {
        var app = await AppProcess.StartAsync(new AppSettings(folder.Path).ForLoad(), "--demo");
        services.Add(app);
        return app;
    }

    /// <summary>Somebody who has the address; nothing is loaded yet.</summary>
    private protected async Task<Visit> VisitAsync(Uri service, Visitor visitor)
    {
        var visit = await Visit.BeginAsync(service, visitor);
        visits.Add(visit);
        return visit;
    }

    /// <summary>Somebody who stands before the door.</summary>
    private protected async Task<Visit> ComeAsync(Stage stage, Visitor visitor)
    {
        var visit = await VisitAsync(stage.Address, visitor);
        // On this machine the page looks first whether it is let in without a key.
        visit.Faults.Expect(401);
        await visit.LoadAsync();
        return visit;
    }

    /// <summary>Somebody who has just signed in with a key.</summary>
    private protected async Task<Visit> EnterAsync(Stage stage, Visitor visitor, string key = Stage.AdminKey, bool keep = false)
    {
        var visit = await ComeAsync(stage, visitor);
        await visit.SignInAsync(key, keep);
        await Expect(visit.Heading("frame.overview")).ToBeVisibleAsync();
        return visit;
    }
}
