using System.Globalization;
using System.Text.Json;

namespace TokenFunctions.Host.Apply.Differences;

/// <summary>Finds where two JSON values mean something else: neither space nor the order of members matters.</summary>
internal static class JsonDifference
{
    /// <summary>The smallest places that differ.</summary>
    /// <param name="path">The names of the members that lead to the two.</param>
    /// <param name="old">What is there; null = nothing.</param>
    /// <param name="new">What is to be there; null = nothing.</param>
    public static IEnumerable<ValueChange> Between(IReadOnlyList<string> path, JsonElement? old, JsonElement? @new)
    {
        if (old is not { } a || @new is not { } b) return old is null && @new is null ? [] : [new(path, old, @new)];
        if (JsonElement.DeepEquals(a, b)) return [];
        if (a.ValueKind != b.ValueKind) return [new(path, a, b)];
        return a.ValueKind switch
        {
            JsonValueKind.Object => OfMembers(path, a, b),
            JsonValueKind.Array => OfItems(path, a, b),
            _ => [new(path, a, b)],
        };
    }

    private static IEnumerable<ValueChange> OfMembers(IReadOnlyList<string> path, JsonElement a, JsonElement b)
    {
        var names = a.EnumerateObject().Concat(b.EnumerateObject()).Select(m => m.Name);
        return names.Distinct(StringComparer.Ordinal)
            .SelectMany(name => Between([.. path, name], Member(a, name), Member(b, name)));
    }

    private static IEnumerable<ValueChange> OfItems(IReadOnlyList<string> path, JsonElement a, JsonElement b)
    {
        var count = Math.Max(a.GetArrayLength(), b.GetArrayLength());
        return Enumerable.Range(0, count).SelectMany(i =>
            Between([.. path, i.ToString(CultureInfo.InvariantCulture)], Item(a, i), Item(b, i)));
    }

    private static JsonElement? Member(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? Item(JsonElement json, int index) => index < json.GetArrayLength() ? json[index] : null;
}
