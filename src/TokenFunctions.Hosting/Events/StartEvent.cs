using TokenFunctions.Hosting.Settings;
using TokenFunctions.Http;

namespace TokenFunctions.Hosting.Events;

/// <summary>Tells that the app takes requests, and what kind of one it is: enough to see which of several is meant, and
/// no address that could hold a key.</summary>
internal static partial class StartEvent
{
    private static readonly string Version = typeof(StartEvent).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    public static void Tell(IServiceProvider services, ServiceSettings settings) => LogStarted(
        services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StartEvent)), Version,
        services.GetRequiredService<ServiceRole>().Name, StorageOf(settings.Storage.Kind), VaultOf(settings),
        settings.UnderFunctions ? "functions_timer" : "interval");

    private static string VaultOf(ServiceSettings settings) => settings switch
    {
        { Core: not null } => "none",
        { VaultUri: not null } => "key_vault",
        _ => "store",
    };

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
