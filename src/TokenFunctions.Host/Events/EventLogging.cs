using TokenFunctions.Host.Settings;

namespace TokenFunctions.Host.Events;

/// <summary>Chooses how the app tells what happens.</summary>
internal static class EventLogging
{
    /// <summary>Puts lines of JSON on standard output in place of the console's text, where the settings say
    /// so.</summary>
    public static void LogAsSet(this WebApplicationBuilder builder, ServiceSettings settings)
    {
        if (!settings.LogsJson) return;
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILoggerProvider>(
            _ => new EventProvider(new EventLines(Console.OpenStandardOutput(), TimeProvider.System)));
    }
}
