using Microsoft.Extensions.Configuration.Memory;
using TokenFunctions.Host.Composition;
using TokenFunctions.Host.Demo;
using TokenFunctions.Host.Settings;

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
            await (arguments.Demo ? RunDemoAsync() : RunPlainAsync());
            return 0;
        }
        catch (SettingsException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
        }
        catch (IOException e)
        {
            // Kestrel says which address is taken.
            await Console.Error.WriteLineAsync($"{e.Message} Choose another address by ASPNETCORE_URLS.");
        }

        return Failed;
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
        var settings = SettingsReader.Read(builder.Configuration);
        await using var app = builder.Build(settings);
        await app.StartAsync();
        if (!settings.UnderFunctions)
            Console.WriteLine(DemoText.Plain(app.Urls.First(), settings.AdminKey is not null));
        await app.WaitForShutdownAsync();
    }

    private static async Task RunDemoAsync()
    {
        var builder = NewBuilder();
        await using var provider = await DemoProvider.StartAsync();
        provider.Allow(builder.Configuration);
        var settings = SettingsReader.Read(builder.Configuration);
        if (settings.UnderFunctions)
            throw new SettingsException(["--demo is for an app that runs by itself, not under the Functions host"]);
        await using var app = builder.Build(settings);
        var realm = app.Services.GetRequiredService<DemoRealm>();
        await realm.RegisterAsync(provider, new SampleProviderOptions(), CancellationToken.None);
        await app.StartAsync();
        Console.WriteLine(DemoText.Demo(app.Urls.First(), provider.Address, settings.AdminKey is not null));
        await app.WaitForShutdownAsync();
    }
}
