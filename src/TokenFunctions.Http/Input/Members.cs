using System.Text.Json;
using TokenFunctions.Http.Problems;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Input;

/// <summary>The members of a body, read by their types.</summary>
internal sealed class Members
{
    private readonly JsonElement body;
    private readonly FirstFault fault;
    private readonly string place;

    /// <summary>Members of which only the <paramref name="known"/> ones may be there.</summary>
    /// <param name="body">The object.</param>
    /// <param name="known">The names.</param>
    /// <param name="fault">Takes what is wrong.</param>
    /// <param name="place">What stands before a name in a fault; empty for the body itself.</param>
    public Members(JsonElement body, IReadOnlyCollection<string> known, FirstFault fault, string place = "")
    {
        (this.body, this.fault, this.place) = (body, fault, place);
        foreach (var member in body.EnumerateObject())
        {
            if (known.Contains(member.Name, StringComparer.Ordinal)) continue;
            fault.Add(InputProblem.UnknownMember(place + member.Name, known));
            return;
        }
    }

    /// <summary>A name by <see cref="NameRule"/>; null = absent or at fault.</summary>
    public string? Name(string field)
    {
        if (Find(field) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.String) return Fail<string>(field, "a text");
        var name = value.GetString();
        return NameRule.IsValid(name) ? name : Fail<string>(InputProblem.InvalidName(place + field));
    }

    /// <summary>A text of 1 to <paramref name="max"/> characters; null = absent or at fault.</summary>
    public string? Text(string field, int max)
    {
        if (Find(field) is not { } value) return null;
        return value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text && text.Length <= max
            ? text
            : Fail<string>(field, $"a text of 1 to {max} characters");
    }

    /// <summary>As <see cref="Text"/>, where answers show null for what is absent and may be sent back so.</summary>
    public string? TextOrNull(string field, int max) =>
        Find(field) is { ValueKind: JsonValueKind.Null } ? null : Text(field, max);

    /// <summary>As <see cref="Name"/>, where answers show null for what is absent and may be sent back so.</summary>
    public string? NameOrNull(string field) => Find(field) is { ValueKind: JsonValueKind.Null } ? null : Name(field);

    /// <summary>true or false; null = absent or at fault.</summary>
    public bool? Flag(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => Fail<bool?>(field, "true or false"),
    };

    /// <summary>A whole number in a range; null = absent or at fault.</summary>
    public long? Number(string field, long min, long max)
    {
        if (Find(field) is not { } value) return null;
        return value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out var number) && number >= min && number <= max
            ? number
            : Fail<long?>(field, $"a whole number from {min} to {max}");
    }

    /// <summary>As <see cref="Number"/>, where answers show null for what is absent and may be sent back so.</summary>
    public long? NumberOrNull(string field, long min, long max) =>
        Find(field) is { ValueKind: JsonValueKind.Null } ? null : Number(field, min, max);

    /// <summary>A list of at most <paramref name="max"/> entries; null = absent or at fault.</summary>
    public IReadOnlyList<JsonElement>? List(string field, int max)
    {
        if (Find(field) is not { } value) return null;
        return value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= max
            ? [.. value.EnumerateArray()]
            : Fail<IReadOnlyList<JsonElement>>(field, $"a list of at most {max} entries");
    }

    /// <summary>An object; null = absent or at fault.</summary>
    public JsonElement? Object(string field)
    {
        if (Find(field) is not { } value) return null;
        return value.ValueKind == JsonValueKind.Object
            ? value
            : Fail<JsonElement?>(field, "an object");
    }

    /// <summary>As <see cref="Object"/>, where answers show null for what is absent and may be sent back so.</summary>
    public JsonElement? ObjectOrNull(string field) =>
        Find(field) is { ValueKind: JsonValueKind.Null } ? null : Object(field);

    /// <summary>Any value; null = absent, or null itself.</summary>
    public JsonElement? Any(string field) => Find(field) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    private JsonElement? Find(string field) => body.TryGetProperty(field, out var value) ? value : null;

    private T? Fail<T>(string field, string rule) => Fail<T>(InputProblem.InvalidValue(place + field, rule));

    private T? Fail<T>(Problem problem)
    {
        fault.Add(problem);
        return default;
    }
}
