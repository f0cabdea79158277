using System.Diagnostics.CodeAnalysis;

namespace TokenFunctions.Realms.Drafting.Lines;

/// <summary>A curl line, or why it cannot be read.</summary>
/// <param name="Line">The line; null when there is a fault.</param>
/// <param name="Fault">A sentence without any value of the line.</param>
internal readonly record struct CurlReading(CurlLine? Line, string? Fault)
{
    /// <summary>Whether the line was read.</summary>
    [MemberNotNullWhen(true, nameof(Line))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsRead => Line is not null;
}
