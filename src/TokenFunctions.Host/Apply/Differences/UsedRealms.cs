using System.Text.Json;
using TokenFunctions.Host.Apply.Remote;

namespace TokenFunctions.Host.Apply.Differences;

/// <summary>Which realms a config that nobody has compiled uses.</summary>
internal static class UsedRealms
{
    /// <summary>Their ids.</summary>
    /// <param name="config">The config; null = there is none.</param>
    public static IEnumerable<string> In(JsonElement? config) =>
        (config?.Items("uses") ?? []).Select(use => use.Text("realm")).OfType<string>();
}
