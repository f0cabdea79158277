using Microsoft.Extensions.Configuration.Memory;

namespace TokenFunctions.Hosting.Events;

/// <summary>What the web framework may say.</summary>
public static class FrameworkLog
{
    private static readonly Dictionary<string, string?> Quiet = new(StringComparer.Ordinal)
    {
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
    };

    /// <summary>Keeps its lines about every request out of the log, unless a setting wants them.</summary>
    public static void QuietFramework(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // First among the sources, so that any setting of the user's wins.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Quiet });
    }
}
