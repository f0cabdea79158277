using TokenFunctions.Hosting.Composition;
using TokenFunctions.Hosting.Events;
using TokenFunctions.Hosting.Settings;
using TokenFunctions.Http.Callers;
using TokenFunctions.Storage;

namespace TokenFunctions.Hosting;

/// <summary>What a host does between building the service and serving.</summary>
public static class StartSteps
{
    /// <summary>Takes note of the time: the health counts from it. To be called as soon as the service is
    /// built.</summary>
    // A front has none: it sweeps nothing.
    public static void NoteStart(this IServiceProvider services) => _ = services.GetService<ServiceStart>();

    /// <summary>Refuses a start after which nobody could be served: asks the store for a caller where one is
    /// needed.</summary>
    /// <exception cref="SettingsException">There is none, or the store does not tell.</exception>
    public static async Task RequireCallersAsync(this IServiceProvider services, ServiceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (!settings.NeedsCallers || await AnyAsync(services.GetRequiredService<CallerStore>(), settings)) return;
        throw new SettingsException([StartRules.NobodyMayCall(settings)]);
    }

    /// <summary>Tells the log that requests are taken, and what kind of service takes them.</summary>
    public static void TellStarted(this IServiceProvider services, ServiceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        StartEvent.Tell(services, settings);
    }

    private static async Task<bool> AnyAsync(CallerStore callers, ServiceSettings settings)
    {
        try
        {
            return await callers.AnyAsync(CancellationToken.None);
        }
        catch (StoreUnavailableException e)
        {
            throw new SettingsException(
                $"{StartRules.NobodyMayCall(settings)}; the store could not be asked for callers: {e.Message}", e);
        }
    }
}
