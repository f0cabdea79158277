using TokenFunctions.Host.Settings;
using TokenFunctions.Http.Callers;
using TokenFunctions.Storage;

namespace TokenFunctions.Host.Composition;

/// <summary>Refuses a start after which nobody could be served, or anybody.</summary>
internal static class CallersAtStart
{
    /// <summary>Asks the store for a caller where one is needed.</summary>
    /// <exception cref="SettingsException">There is none, or the store does not tell.</exception>
    public static async Task RequireCallersAsync(this WebApplication app, ServiceSettings settings)
    {
        if (!settings.NeedsCallers || await AnyAsync(app.Services.GetRequiredService<CallerStore>(), settings)) return;
        throw new SettingsException([StartRules.NobodyMayCall(settings)]);
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
