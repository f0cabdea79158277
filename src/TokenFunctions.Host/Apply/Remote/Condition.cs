using System.Globalization;
using System.Net.Http.Headers;

namespace TokenFunctions.Host.Apply.Remote;

/// <summary>What must hold of a realm for a change to be taken (RFC 9110 §13).</summary>
/// <param name="Version">The version that the realm must still have; null = there must be no such realm.</param>
internal sealed record Condition(long? Version)
{
    /// <summary>That there is no such realm.</summary>
    public static readonly Condition IsNew = new((long?)null);

    /// <summary>Sets it on a request.</summary>
    public void SetOn(HttpRequestHeaders headers)
    {
        if (Version is null) headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
        else headers.IfMatch.Add(new(string.Create(CultureInfo.InvariantCulture, $"\"{Version}\"")));
    }
}
