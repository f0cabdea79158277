namespace TokenFunctions.Hosting.Settings;

/// <summary>The rules for settings that trust what a platform puts on requests: they hold only where it does.</summary>
internal static class PlatformRules
{
    // Set by the platform for an app whose authentication is on, and not to be set by hand (learn.microsoft.com,
    // "Environment variables and app settings in Azure App Service").
    private const string Authentication = "WEBSITE_AUTH_ENABLED";
    private const string Forwarded = "X-Forwarded-For";

    public static IEnumerable<string> Check(ServiceSettings settings, IConfiguration configuration)
    {
        if (settings.AppServiceIdentity && !settings.UnderFunctions)
            yield return "TokenFunctions__AppServiceIdentity=true holds only under the Functions host:"
                + " by itself the app is reached without the platform";
        else if (settings.AppServiceIdentity && !IsTrue(configuration[Authentication]))
            yield return "TokenFunctions__AppServiceIdentity=true holds only where App Service authentication is on"
                + $" ({Authentication} is not true here): elsewhere clients could write the identity themselves";
        if (settings.ClientAddress is not { } header) yield break;
        if (!settings.UnderFunctions)
            yield return "TokenFunctions__Access__ClientAddress holds only under the Functions host:"
                + " by itself the app sees where connections come from";
        if (string.Equals(header, Forwarded, StringComparison.OrdinalIgnoreCase))
            yield return $"TokenFunctions__Access__ClientAddress cannot be {Forwarded}:"
                + " the Functions host writes its own peer there";
    }

    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);
}
