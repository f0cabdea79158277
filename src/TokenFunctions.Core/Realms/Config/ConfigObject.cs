using System.Text.Json;

namespace TokenFunctions.Realms.Config;

/// <summary>An object of a config and where it is. What is wrong with a member is noted and
/// the member left out.</summary>
internal sealed class ConfigObject
{
    private readonly JsonElement element;

    private ConfigObject(JsonElement element, string pointer, ConfigCheck check) =>
        (this.element, Pointer, Check) = (element, pointer, check);

    /// <summary>Where the object is.</summary>
    public string Pointer { get; }

    /// <summary>Where faults are noted.</summary>
    public ConfigCheck Check { get; }

    /// <summary>The members in order.</summary>
    public IEnumerable<JsonProperty> Members => element.EnumerateObject();

    /// <summary>The object, its members checked against the known ones; null when the value is no object.</summary>
    /// <param name="value">The value.</param>
    /// <param name="pointer">Where it is.</param>
    /// <param name="check">Where faults are noted.</param>
    /// <param name="known">The members there are; none = any.</param>
    public static ConfigObject? Read(JsonElement value, string pointer, ConfigCheck check, params string[] known)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            check.Add(pointer, $"is {ConfigText.Kind(value)}; use an object");
            return null;
        }
        var result = new ConfigObject(value, pointer, check);
        result.CheckMembers(known);
        return result;
    }

    /// <summary>Where a member is or would be.</summary>
    public string At(string member) => ConfigText.Pointer(Pointer, member);

    /// <summary>Notes a fault of a member.</summary>
    public void Fault(string member, string rest) => Check.Add(At(member), rest);

    /// <summary>The member's value; null when it is absent. A member that is null counts as absent: over a preset it
    /// takes a member away, and programs write what they do not set as null.</summary>
    public JsonElement? Find(string member) =>
        FindAny(member) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    /// <summary>The member's value, null among them; null when it is absent.</summary>
    public JsonElement? FindAny(string member) => element.TryGetProperty(member, out var value) ? value : null;

    /// <summary>The member's value; its absence is a fault.</summary>
    /// <param name="member">The member.</param>
    /// <param name="allowed">What it should be, as in "use …".</param>
    /// <param name="takesNull">Whether null is one of its values.</param>
    public JsonElement? Require(string member, string allowed, bool takesNull = false)
    {
        var value = takesNull ? FindAny(member) : Find(member);
        if (value is null) Fault(member, $"is missing; use {allowed}");
        return value;
    }

    /// <summary>The member as an object; null when it is absent or something else.</summary>
    public ConfigObject? Child(string member, params string[] known) =>
        Find(member) is { } value ? Read(value, At(member), Check, known) : null;

    /// <summary>The member as an array's items with their pointers; none when it is absent or something else. Those
    /// above
    /// <paramref name="most"/> are a fault and not read.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> Items(string member, int most = 100)
    {
        if (Find(member) is not { } value) return [];
        if (value.ValueKind != JsonValueKind.Array)
        {
            Fault(member, $"is {ConfigText.Kind(value)}; use an array");
            return [];
        }
        var count = value.GetArrayLength();
        if (count > most) Fault(member, $"has {count} items; use at most {most}");
        return
        [
            .. value.EnumerateArray().Take(most)
                .Select((item, i) => KeyValuePair.Create($"{At(member)}/{i}", item)),
        ];
    }

    private void CheckMembers(string[] known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in element.EnumerateObject().Select(member => member.Name))
        {
            if (!seen.Add(name)) Fault(name, "is given twice; give it once");
            else if (known.Length > 0 && !known.Contains(name, StringComparer.Ordinal))
                Fault(name, $"is not known; the nearest known name is `{NearestName.Of(name, known)}`");
        }
    }
}
