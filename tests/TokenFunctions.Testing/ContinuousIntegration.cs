namespace TokenFunctions.Testing;

/// <summary>Whether the tests run where nothing may be left out.</summary>
public static class ContinuousIntegration
{
    /// <summary>Under <c>CI=true</c> a test whose program is missing fails instead of being skipped.</summary>
    public static bool IsRunning =>
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
}
