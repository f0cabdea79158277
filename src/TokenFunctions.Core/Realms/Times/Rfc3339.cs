using System.Globalization;

namespace TokenFunctions.Realms.Times;

/// <summary>The times of RFC 3339.</summary>
internal static class Rfc3339
{
    /// <summary>The time in whole seconds and in its own offset, <c>Z</c> where that is none.</summary>
    public static string Write(DateTimeOffset time) => time.ToString(
        time.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz",
        CultureInfo.InvariantCulture);
}
