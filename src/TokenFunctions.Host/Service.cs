using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration.Memory;
using TokenFunctions.Host.Apply;
using TokenFunctions.Host.Apply.Remote;
using TokenFunctions.Host.Backups;
using TokenFunctions.Host.Composition;
using TokenFunctions.Host.Demo;
using TokenFunctions.Host.Events;
using TokenFunctions.Host.Settings;
using TokenFunctions.Storage;

namespace TokenFunctions.Host;

/// <summary>One run of the app, from its settings to its end.</summary>
internal static class Service
{
    // The Functions host takes 0 for a wish to stop and never starts the app again.
    private const int Failed = 1;
    private const int Misused = 64;

    /// <summary>Runs the app until it ends.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="over">Changes what the app is made of; for tests only, and no setting leads there.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Action<IServiceCollection>? over = null)
    {
        if (Arguments.Parse(args) is not { } arguments)
        {
            await Console.Error.WriteLineAsync(Arguments.Usage);
            return Misused;
        }

        try
        {
            return await RunAsync(arguments, over) ? 0 : Failed;
        }
        catch (SettingsException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
        }
        catch (StoreUnavailableException e)
        {
            // Only the demo and backups ask the store before anybody asks the app.
            await Console.Error.WriteLineAsync(e.Message);
        }
        catch (Exception e) when (arguments.IsCopy && e is (IOException or UnauthorizedAccessException))
        {
            await Console.Error.WriteLineAsync($"A file cannot be read or written: {e.Message}");
        }

        return Failed;
    }

    private static async Task<bool> RunAsync(Arguments arguments, Action<IServiceCollection>? over)
    {
        if (arguments.Apply is { } apply) return await ApplyAsync(apply);
        if (arguments.Backup is { } folder)
            return await new BackupRun(Read(), Console.Out, Console.Error).RunAsync(folder);
        if (arguments.Restore is { } backup)
            return await new RestoreRun(Read(), Console.Out, Console.Error).RunAsync(backup);
        await (arguments.Demo ? RunDemoAsync() : RunPlainAsync(over));
        return true;
    }

    private static async Task<bool> ApplyAsync(ApplyArguments arguments)
    {
        var settings = ApplySettingsReader.Read(NewBuilder().Configuration);
        using var service = new ServiceClient(settings, ServiceClient.NewHandler(settings));
        var run = new ApplyRun(service, Console.Out, Console.Error, Environment.GetEnvironmentVariable);
        return await run.RunAsync(arguments);
    }

    private static ServiceSettings Read() => Read(NewBuilder());

    private static ServiceSettings Read(WebApplicationBuilder builder) =>
        SettingsReader.Read(builder.Configuration, FunctionLevels.FoldersOf(builder.Environment));

    private static async Task ListenAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception e)
            when (e is IOException or SocketException or InvalidOperationException or CryptographicException)
        {
            // Kestrel says what is wrong: an address that is taken or not this machine's, a missing certificate.
            throw new SettingsException($"The app cannot listen: {e.Message} ASPNETCORE_URLS says where it does.", e);
        }
    }

    // First among the sources, so that any setting of the user's wins.
    private static WebApplicationBuilder NewBuilder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var quiet = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        };
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = quiet });
        return builder;
    }

    private static async Task RunPlainAsync(Action<IServiceCollection>? over)
    {
        var builder = NewBuilder();
        var settings = Read(builder);
        await using var app = builder.Build(settings, over);
        await app.RequireCallersAsync(settings);
        await ListenAsync(app);
        app.TellStarted(settings);
        if (!settings.LogsJson)
            Console.WriteLine(DemoText.Started(app.Urls.First(), settings));
        await app.WaitForShutdownAsync();
    }

    private static async Task RunDemoAsync()
    {
        var builder = NewBuilder();
        await using var provider = await DemoProvider.StartAsync();
        provider.Allow(builder.Configuration);
        var settings = Read(builder);
        if (settings.UnderFunctions || settings.Core is not null)
            throw new SettingsException(["--demo is for an app that runs by itself, neither under the Functions host"
                + " nor as a front of a core"]);
        await using var app = builder.Build(settings);
        await app.RequireCallersAsync(settings);
        var realm = app.Services.GetRequiredService<DemoRealm>();
        await realm.RegisterAsync(provider, new SampleProviderOptions(), CancellationToken.None);
        await ListenAsync(app);
        app.TellStarted(settings);
        Console.WriteLine(DemoText.Demo(app.Urls.First(), provider.Address, settings.AdminKey is not null));
        await app.WaitForShutdownAsync();
    }
}
