using System.Text.Json;
using TokenFunctions.Processes.App;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.Console.Tests.Scenes;

/// <summary>The service as a process of its own and, beside it, a provider whose answers the test chooses.</summary>
internal sealed class Stage : IAsyncDisposable
{
    /// <summary>The key that may everything.</summary>
    public const string AdminKey = "an-admin-key-of-these-tests-0123456789";

    private readonly AppSettings settings;

    private Stage(AppSettings settings, StageProvider provider, AppProcess app) =>
        (this.settings, Provider, App) = (settings, provider, app);

    public StageProvider Provider { get; }

    public AppProcess App { get; private set; }

    /// <summary>The same over <see cref="KillAsync"/> and <see cref="StartAgainAsync"/>.</summary>
    public Uri Address => App.Address;

    /// <summary>The API, as whoever may everything.</summary>
    public ApiClient Api => App.Api;

    /// <summary>Starts both. Nothing is renewed unless somebody asks, so that a state lasts for as long as it is looked at.</summary>
    public static async Task<Stage> StartAsync(string folder, params (string Name, string? Value)[] variables)
    {
        var start = new AppSettings(folder) { Port = FreePort.Next(), AdminKey = AdminKey }
            .ForLoad().With(("TokenFunctions__Times__SweepIntervalMs", "3600000")).With(variables);
        var provider = await StageProvider.StartAsync();
        return new Stage(start, provider, await LaunchAsync(start));
    }

    /// <summary>The service goes away, at once.</summary>
    public Task KillAsync() => App.KillAsync();

    /// <summary>It comes back on the same port, with what it had stored.</summary>
    public async Task StartAgainAsync()
    {
        await App.DisposeAsync();
        App = await LaunchAsync(settings);
    }

    /// <summary>Makes a realm for the provider's account of the same name, and its secret <c>main</c>.</summary>
    public Task SetUpAsync(string realm, Func<string, string> config, string secret = "right", string key = "main") => Api.SetUpAsync(
        realm, config($"{Provider.Address}/{realm}"), key, $$""" "fields":{"client_id":"{{realm}}-id","client_secret":"{{secret}}"} """);

    /// <summary>Makes a caller with these rules, and gives its key.</summary>
    public async Task<string> CallerAsync(string id, string rules, string? comment = null)
    {
        var made = await Api.PostAsync(
            "/api/caller", $$"""{"id":"{{id}}","comment":{{JsonSerializer.Serialize(comment)}},"allow":[{{rules}}]}""");
        return made.ApiKey ?? throw new InvalidOperationException(made.Body);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Provider.DisposeAsync();
    }

    private static async Task<AppProcess> LaunchAsync(AppSettings settings)
    {
        var app = await AppProcess.StartAsync(settings);
        app.Api.AdminKey = settings.AdminKey;
        return app;
    }
}
