using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Http.Endpoints;

namespace TokenFunctions.Http.Transfer;

/// <summary>Registers export and import.</summary>
internal static class TransferRegistration
{
    public static IServiceCollection AddTransfer(this IServiceCollection services) => services
        .AddSingleton<TransferStore>()
        .AddSingleton<ImportReader>()
        .AddSingleton<ImportChecks>()
        .AddSingleton<ImportPlanner>()
        .AddSingleton<ImportRun>()
        .AddSingleton<ExportEndpoint>()
        .AddSingleton<ImportEndpoint>();
}
