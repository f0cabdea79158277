using System.Collections.Concurrent;
using System.Text.Json;

namespace TokenFunctions.Hosting.Events;

/// <summary>Names of fields: <c>RetryAt</c> in a template is <c>retry_at</c> in a line.</summary>
internal static class FieldName
{
    // As many as there are holes in our templates.
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    public static string Of(string hole) => Known.GetOrAdd(hole, JsonNamingPolicy.SnakeCaseLower.ConvertName);
}
