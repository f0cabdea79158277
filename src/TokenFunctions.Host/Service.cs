using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration.Memory;
using TokenFunctions.Host.Apply;
using TokenFunctions.Host.Apply.Remote;
using TokenFunctions.Host.Composition;
using TokenFunctions.Host.Demo;
using TokenFunctions.Host.Settings;
using TokenFunctions.Storage;

namespace TokenFunctions.Host;

/// <summary>One run of the app, from its settings to its end.</summary>
internal static class Service
{
    // The Functions host takes 0 for a wish to stop and never starts the app again.
    private const int Failed = 1;
    private const int Misused = 64;

    public static async Task<int> RunAsync(string[] args)
    {
        if (Arguments.Parse(args) is not { } arguments)
        {
            await Console.Error.WriteLineAsync(Arguments.Usage);
            return Misused;
        }

        try
        {
            if (arguments.Apply is { } apply) return await ApplyAsync(apply);
            await (arguments.Demo ? RunDemoAsync() : RunPlainAsync());
            return 0;
        }
        catch (SettingsException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
        }
        catch (StoreUnavailableException e)
        {
            // Only the demo asks the store before anybody asks the app.
            await Console.Error.WriteLineAsync(e.Message);
        }

        return Failed;
    }

    private static async Task<int> ApplyAsync(ApplyArguments arguments)
    {
        var settings = ApplySettingsReader.Read(NewBuilder().Configuration);
        using var service = new ServiceClient(settings, ServiceClient.NewHandler(settings));
        var run = new ApplyRun(service, Console.Out, Console.Error, Environment.GetEnvironmentVariable);
        return await run.RunAsync(arguments) ? 0 : Failed;
    }

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

    private static async Task RunPlainAsync()
    {
        var builder = NewBuilder();
        var settings = SettingsReader.Read(builder.Configuration, FunctionLevels.FoldersOf(builder.Environment));
        await using var app = builder.Build(settings);
        await app.RequireCallersAsync(settings);
        await ListenAsync(app);
        if (!settings.UnderFunctions)
            Console.WriteLine(DemoText.Started(app.Urls.First(), settings));
        await app.WaitForShutdownAsync();
    }

    private static async Task RunDemoAsync()
    {
        var builder = NewBuilder();
        if (builder.Configuration["TokenFunctions:Core:Url"] is { Length: > 0 })
            throw new SettingsException(["--demo is for an app that has realms, not for a front of a core"]);
        await using var provider = await DemoProvider.StartAsync();
        provider.Allow(builder.Configuration);
        var settings = SettingsReader.Read(builder.Configuration, FunctionLevels.FoldersOf(builder.Environment));
        if (settings.UnderFunctions)
            throw new SettingsException(["--demo is for an app that runs by itself, not under the Functions host"]);
        await using var app = builder.Build(settings);
        await app.RequireCallersAsync(settings);
        var realm = app.Services.GetRequiredService<DemoRealm>();
        await realm.RegisterAsync(provider, new SampleProviderOptions(), CancellationToken.None);
        await ListenAsync(app);
        Console.WriteLine(DemoText.Demo(app.Urls.First(), provider.Address, settings.AdminKey is not null));
        await app.WaitForShutdownAsync();
    }
}
