using TokenFunctions.Hosting.Settings;
using TokenFunctions.Http.Problems;
using TokenFunctions.Notices;
using TokenFunctions.Realms.Egress;
using TokenFunctions.Storage;

namespace TokenFunctions.Hosting.Composition;

/// <summary>Who tells the operators what.</summary>
internal static class NoticeComposition
{
    public static IServiceCollection AddNotices(this IServiceCollection services, ServiceSettings settings)
    {
        services.AddSingleton<ExplainFailure>(FailureWords.Of);
        if (settings.Webhook is { } webhook) services.AddSingleton(s => new WebhookSender(
            webhook, EgressHandler.Create(settings.Egress), s.GetRequiredService<StoreClock>()));
        services.AddSingleton(s => new Messenger(
            s.GetService<WebhookSender>(),
            s.GetRequiredService<StoreClock>(),
            s.GetRequiredService<ILogger<Messenger>>()));
        services.AddSingleton<CredentialLog>();
        services.AddSingleton<CredentialNotices>();
        services.AddSingleton<ExpiryStore>();
        services.AddSingleton<ExpiryNotices>();
        return services;
    }
}
