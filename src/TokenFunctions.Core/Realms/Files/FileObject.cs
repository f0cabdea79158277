using System.Text.Json;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Files;

/// <summary>An object in a file, read member by member. A member that is null counts as absent.</summary>
internal sealed class FileObject
{
    private readonly JsonElement value;
    private readonly string pointer;
    private readonly FileFaults faults;

    private FileObject(JsonElement value, string pointer, FileFaults faults) =>
        (this.value, this.pointer, this.faults) = (value, pointer, faults);

    /// <summary>The object at <paramref name="pointer"/>; null = it is none. Members that are not known are faults;
    /// with none known, all are allowed.</summary>
    public static FileObject? Read(JsonElement value, string pointer, FileFaults faults, params string[] known)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add(pointer, "must be an object");
            return null;
        }

        var read = new FileObject(value, pointer, faults);
        if (known.Length == 0) return read;
        foreach (var (name, _) in read.Members)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
                read.Fault(name, $"is not known; known are {string.Join(", ", known)}");
        }

        return read;
    }

    /// <summary>All members, those that are null too.</summary>
    public IEnumerable<(string Name, JsonElement Value)> Members =>
        value.EnumerateObject().Select(member => (member.Name, member.Value));

    /// <summary>The place of a member.</summary>
    public string At(string name) => JsonPointer.Of(pointer, name);

    /// <summary>Adds a fault of a member.</summary>
    public void Fault(string name, string message) => faults.Add(At(name), message);

    /// <summary>A member; null = it is absent.</summary>
    public JsonElement? Find(string name) =>
        value.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    /// <summary>A name by <see cref="NameRule"/>; null = it is absent or wrong, which is a fault.</summary>
    public string? RequireName(string name)
    {
        if (Find(name) is { ValueKind: JsonValueKind.String } found && NameRule.IsValid(found.GetString()))
            return found.GetString();
        Fault(name, $"must be {NameRule.InWords}");
        return null;
    }

    /// <summary>A text that is not empty; null = it is absent or wrong.</summary>
    public string? Text(string name)
    {
        if (Find(name) is not { } found) return null;
        if (found.ValueKind == JsonValueKind.String && found.GetString() is { Length: > 0 } text) return text;
        Fault(name, "must be a text that is not empty");
        return null;
    }

    /// <summary>true or false; false also where it is absent or wrong.</summary>
    public bool Flag(string name)
    {
        if (Find(name) is not { } found) return false;
        if (found.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) Fault(name, "must be true or false");
        return found.ValueKind == JsonValueKind.True;
    }

    /// <summary>The items of an array with their places; null = it is absent or wrong.</summary>
    public IReadOnlyList<(string Pointer, JsonElement Value)>? Items(string name)
    {
        if (Find(name) is not { } found) return null;
        if (found.ValueKind == JsonValueKind.Array)
            return [.. found.EnumerateArray().Select((item, i) => (JsonPointer.Of(At(name), i), item))];
        Fault(name, "must be an array");
        return null;
    }
}
