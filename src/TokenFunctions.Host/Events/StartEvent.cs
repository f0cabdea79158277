using TokenFunctions.Host.Settings;

namespace TokenFunctions.Host.Events;

/// <summary>Tells that the app takes requests, and what kind of one it is: enough to see which of several is meant, and
/// no address that could hold a key.</summary>
internal static partial class StartEvent
{
    // A front of its own, without realms, will be another.
    private const string Core = "core";

    private static readonly string Version = typeof(StartEvent).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    public static void TellStarted(this WebApplication app, ServiceSettings settings) => LogStarted(
        app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StartEvent)), Version, Core,
        StorageOf(settings.Storage.Kind), settings.VaultUri is null ? "store" : "key_vault",
        settings.UnderFunctions ? "functions_timer" : "interval");

    private static string StorageOf(StorageKind kind) => kind switch
    {
        StorageKind.Memory => "memory",
        StorageKind.Sqlite => "sqlite",
        _ => "azure_tables",
    };

    [LoggerMessage(2201, LogLevel.Information,
        "Started {Version} as {Role}: storage {Storage}, secrets in {Vault}, sweeps by {Scheduling}",
        EventName = "started")]
    private static partial void LogStarted(
        ILogger logger, string version, string role, string storage, string vault, string scheduling);
}
