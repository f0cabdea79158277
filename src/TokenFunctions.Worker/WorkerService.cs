using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TokenFunctions.Hosting;
using TokenFunctions.Hosting.Events;
using TokenFunctions.Hosting.Settings;
using TokenFunctions.Http;
using TokenFunctions.Worker.Functions;
using TokenFunctions.Worker.Tables;

namespace TokenFunctions.Worker;

/// <summary>The service as a .NET isolated worker, from its settings to its end.</summary>
internal static class WorkerService
{
    /// <summary>Serves until the Functions host ends it.</summary>
    /// <param name="args">The command line, as the host gives it.</param>
    /// <exception cref="SettingsException">The settings cannot be used, or nobody could be served.</exception>
    public static async Task RunAsync(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.QuietFramework();
        // The packages bring MVC, which makes keys and warns of where they lie; nothing is protected by them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        var settings = SettingsReader.ReadForWorker(builder.Configuration);
        builder.AddTokenFunctions(settings, (options, clock) => new DataTables(options, clock));
        builder.Services.Configure<KestrelServerOptions>(
            kestrel => KestrelRules.Apply(kestrel, settings.MaxConnections));
        builder.Services.AddSingleton<HttpApi>();
        builder.Services.AddSingleton<ApiDoor>();
        // The last one, so that it is the first to end.
        builder.Services.AddHostedService<ServerStop>();
        using var host = builder.Build();
        host.Services.NoteStart();
        await host.Services.RequireCallersAsync(settings);
        await host.StartAsync();
        host.Services.TellStarted(settings);
        await host.WaitForShutdownAsync();
    }
}
