using System.Text.Json;
using TokenFunctions.Realms;

namespace TokenFunctions.Host.Apply.Differences;

/// <summary>A place at which two JSON values differ.</summary>
/// <param name="Path">The names of the members on the way, array indexes as numbers.</param>
/// <param name="Old">What was there; null = nothing.</param>
/// <param name="New">What is to be there; null = nothing.</param>
internal sealed record ValueChange(IReadOnlyList<string> Path, JsonElement? Old, JsonElement? New)
{
    /// <summary>The change in words; what may be confidential is masked.</summary>
    public override string ToString()
    {
        var place = Path.Aggregate("", JsonPointer.Of).TrimStart('/');
        var (before, after) = (MaskedValue.Of(Path, Old), MaskedValue.Of(Path, New));
        return before.Equals(after, StringComparison.Ordinal) ? $"{place} changed" : $"{place} {before} -> {after}";
    }
}
