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

    // The Functions host takes 200 for the wish to be started again, and does not count it as a fault.
    private const int StartAgain = 200;

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
            return await (arguments.Demo ? RunDemoAsync() : RunPlainAsync());
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

    // Under the Functions host nobody but it may end the app, and it kills: any other end must not be the last one.
    private static async Task<int> RunPlainAsync()
    {
        var builder = NewBuilder();
        var settings = SettingsReader.Read(builder.Configuration, FunctionLevels.FoldersOf(builder.Environment));
        await using var app = builder.Build(settings);
        await app.RequireCallersAsync(settings);
        await ListenAsync(app, settings);
        if (!settings.UnderFunctions)
            Console.WriteLine(DemoText.Plain(app.Urls.First(), settings.AdminKey is not null));
        await app.WaitForShutdownAsync();
        return settings.UnderFunctions ? StartAgain : 0;
    }

    private static async Task<int> RunDemoAsync()
    {
        var builder = NewBuilder();
        await using var provider = await DemoProvider.StartAsync();
        provider.Allow(builder.Configuration);
        var settings = SettingsReader.Read(builder.Configuration, FunctionLevels.FoldersOf(builder.Environment));
        if (settings.UnderFunctions)
            throw new SettingsException(["--demo is for an app that runs by itself, not under the Functions host"]);
        await using var app = builder.Build(settings);
        await app.RequireCallersAsync(settings);
        var realm = app.Services.GetRequiredService<DemoRealm>();
        await realm.RegisterAsync(provider, new SampleProviderOptions(), CancellationToken.None);
        await ListenAsync(app, settings);
        Console.WriteLine(DemoText.Demo(app.Urls.First(), provider.Address, settings.AdminKey is not null));
        await app.WaitForShutdownAsync();
        return 0;
    }
}
