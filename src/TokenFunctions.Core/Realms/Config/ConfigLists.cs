using System.Text.Json;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads members that are lists.</summary>
internal static class ConfigLists
{
    private const int MaxCount = 200;

    /// <summary>Texts, numbers and booleans, all as text; null when the member is absent or no list.</summary>
    /// <param name="parent">The object.</param>
    /// <param name="member">The member.</param>
    /// <param name="mayBeEmpty">Whether a list of none says something.</param>
    public static IReadOnlyList<string>? Scalars(this ConfigObject parent, string member, bool mayBeEmpty = false)
    {
        if (mayBeEmpty && parent.Find(member) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0)
            return [];
        if (parent.FullList(member, "texts, numbers or booleans") is not { } items) return null;
        List<string> texts = [];
        foreach (var (pointer, value) in items)
        {
            if (value.ValueKind == JsonValueKind.String) texts.Add(value.GetString()!);
            else if (value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
                texts.Add(value.GetRawText());
            else parent.Check.Add(pointer, $"is {ConfigText.Kind(value)}; use a text, a number or a boolean");
        }
        return texts;
    }

    /// <summary>HTTP statuses; null when the member is absent or no list.</summary>
    public static IReadOnlyList<int>? Statuses(this ConfigObject parent, string member)
    {
        if (parent.FullList(member, "statuses from 100 to 599") is not { } items) return null;
        List<int> statuses = [];
        foreach (var (pointer, value) in items)
        {
            var isNumber = value.ValueKind == JsonValueKind.Number;
            var shown = isNumber ? ConfigText.Show(value.GetRawText()) : ConfigText.Kind(value);
            if (isNumber && value.TryGetInt32(out var status) && status is >= 100 and <= 599) statuses.Add(status);
            else parent.Check.Add(pointer, $"is {shown}; use a status from 100 to 599");
        }
        return statuses;
    }

    private static IReadOnlyList<KeyValuePair<string, JsonElement>>? FullList(
        this ConfigObject parent, string member, string allowed)
    {
        if (parent.Find(member) is not { } given) return null;
        var items = parent.Items(member, int.MaxValue);
        if (given.ValueKind != JsonValueKind.Array) return null;
        if (items.Count is > 0 and <= MaxCount) return items;
        parent.Fault(member, $"has {items.Count} items; use 1 to {MaxCount} {allowed}, or leave it out");
        return null;
    }
}
