namespace TokenFunctions.Storage;

/// <summary>Numbers of versions: they grow with every change and never fall, also after a row was removed and made
/// again, because they start at the clock.</summary>
public static class Versions
{
    /// <summary>The version after <paramref name="last"/>: the Unix time in ms, or one more than the last.</summary>
    public static long Next(long? last, DateTimeOffset now) => Math.Max((last ?? 0) + 1, now.ToUnixTimeMilliseconds());
}
