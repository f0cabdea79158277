using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Storage.Tables;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Telemetry;

namespace TokenFunctions.Composition;

/// <summary>Puts together what lies below a flow.</summary>
public static class StoreRegistration
{
    /// <summary>What seals values at rest; the host adds the <see cref="ISealingKeys"/>.</summary>
    public static IServiceCollection AddSealer(this IServiceCollection services) =>
        services.AddSingleton<SealAlarm>().AddSingleton<Sealer>();

    /// <summary>A vault in the store itself: the values of secrets lie sealed in one of its tables.</summary>
    public static IServiceCollection AddTableVault(this IServiceCollection services) =>
        services.AddSingleton<IVault>(s => new MeteredVault(
            new TableVault(
                s.GetRequiredService<ITables>().Open(TableVault.TableName),
                s.GetRequiredService<Sealer>(),
                s.GetRequiredService<StoreClock>()),
            s.GetRequiredService<FlowMetrics>()));
}
