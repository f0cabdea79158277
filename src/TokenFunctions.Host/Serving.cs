using System.Net.Sockets;
using System.Security.Cryptography;
using TokenFunctions.Host.Composition;
using TokenFunctions.Host.Demo;
using TokenFunctions.Hosting;
using TokenFunctions.Hosting.Events;
using TokenFunctions.Hosting.Settings;

namespace TokenFunctions.Host;

/// <summary>The app as a server, from its settings to its end.</summary>
internal static class Serving
{
    /// <summary>Serves until the process is told to end.</summary>
    /// <param name="over">Changes what the app is made of; for tests only.</param>
    /// <returns>What it was set to.</returns>
    public static async Task<ServiceSettings> RunAsync(Action<IServiceCollection>? over)
    {
        var builder = NewBuilder();
        var settings = Read(builder);
        await using var app = builder.Build(settings, over);
        await app.Services.RequireCallersAsync(settings);
        await ListenAsync(app, settings);
        app.Services.TellStarted(settings);
        if (!settings.LogsJson)
            Console.WriteLine(DemoText.Started(app.Urls.First(), settings));
        await app.WaitForShutdownAsync();
        return settings;
    }

    /// <summary>Serves with a sample provider beside it, and a realm and a secret for it.</summary>
    public static async Task RunDemoAsync()
    {
        var builder = NewBuilder();
        if (builder.Configuration["TokenFunctions:Core:Url"] is { Length: > 0 })
            throw new SettingsException(["--demo is for an app that has realms, not for a front of a core"]);
        await using var provider = await DemoProvider.StartAsync();
        provider.Allow(builder.Configuration);
        var settings = Read(builder);
        if (settings.UnderFunctions)
            throw new SettingsException(["--demo is for an app that runs by itself, not under the Functions host"]);
        builder.Services.AddSingleton<DemoRealm>();
        await using var app = builder.Build(settings);
        await app.Services.RequireCallersAsync(settings);
        var realm = app.Services.GetRequiredService<DemoRealm>();
        await realm.RegisterAsync(provider, new SampleProviderOptions(), CancellationToken.None);
        await ListenAsync(app, settings);
        app.Services.TellStarted(settings);
        Console.WriteLine(DemoText.Demo(app.Urls.First(), provider.Address, settings));
        await app.WaitForShutdownAsync();
    }

    /// <summary>A builder with the settings of this process.</summary>
    public static WebApplicationBuilder NewBuilder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.QuietFramework();
        return builder;
    }

    /// <summary>The settings, for a run that serves nobody.</summary>
    public static ServiceSettings ReadSettings() => Read(NewBuilder());

    private static ServiceSettings Read(WebApplicationBuilder builder) =>
        SettingsReader.Read(builder.Configuration, FunctionLevels.FoldersOf(builder.Environment));

    private static async Task ListenAsync(WebApplication app, ServiceSettings settings)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception e)
            when (e is IOException or SocketException or InvalidOperationException or CryptographicException)
        {
            // Kestrel says what is wrong: an address that is taken or not this machine's, a missing certificate.
            var where = settings.UnderFunctions ? "FUNCTIONS_CUSTOMHANDLER_PORT" : "ASPNETCORE_URLS";
            throw new SettingsException($"The app cannot listen: {e.Message} {where} says where it does.", e);
        }
    }
}
