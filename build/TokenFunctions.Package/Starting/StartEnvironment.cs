namespace TokenFunctions.Package.Starting;

/// <summary>What the measured process may know of the shell that the package is made in.</summary>
internal static class StartEnvironment
{
    // With another setting beside them the three that it is given would be at odds, or it would send telemetry.
    private static readonly string[] Foreign = ["TokenFunctions__", "OTEL_", "Kestrel__", "ASPNETCORE_"];

    /// <summary>Takes away all that sets up a service. Names are alike whatever their case, as the service reads
    /// them.</summary>
    public static void Clear(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(IsForeign).ToList()) environment.Remove(name);
    }

    private static bool IsForeign(string name) =>
        Foreign.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
