using Microsoft.Extensions.Logging;

namespace TokenFunctions.Http;

/// <summary>Silences the loggers of the framework that quote requests as they came, path, query and headers included:
/// there the Functions host's key and tokens would stand.</summary>
internal static class LogRules
{
    private static readonly string[] Quoting =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.Routing.Matching",
        "Microsoft.AspNetCore.Server.Kestrel.BadRequests",
    ];

    public static void Apply(LoggerFilterOptions options)
    {
        foreach (var category in Quoting) options.Rules.Add(new LoggerFilterRule(null, category, LogLevel.None, null));
    }
}
