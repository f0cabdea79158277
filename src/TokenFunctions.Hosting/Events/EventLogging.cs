using TokenFunctions.Hosting.Settings;

namespace TokenFunctions.Hosting.Events;

/// <summary>Chooses how the app tells what happens.</summary>
internal static class EventLogging
{
    // Without a provider's name a level of the settings is for consoles; alerts search for events of Information.
    private static readonly LoggerFilterRule Always = new(
        typeof(EventProvider).FullName, nameof(TokenFunctions), LogLevel.Information, filter: null);

    /// <summary>Puts lines of JSON on standard output in place of the console's text, where the settings say
    /// so.</summary>
    public static void LogAsSet(this IHostApplicationBuilder builder, ServiceSettings settings)
    {
        if (!settings.LogsJson) return;
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILoggerProvider>(
            _ => new EventProvider(new EventLines(Console.OpenStandardOutput(), TimeProvider.System)));
        // As the first: a level for this very provider and these categories comes later, so it is obeyed.
        builder.Services.PostConfigure<LoggerFilterOptions>(options => options.Rules.Insert(0, Always));
    }
}
