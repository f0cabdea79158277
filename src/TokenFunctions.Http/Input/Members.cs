using System.Text.Json;
using TokenFunctions.Http.Problems;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Input;

/// <summary>The members of a body, read by their types.</summary>
internal sealed class Members
{
    private readonly JsonElement body;
    private readonly FirstFault fault;

    /// <summary>Members of which only the <paramref name="known"/> ones may be there.</summary>
    public Members(JsonElement body, IReadOnlyCollection<string> known, FirstFault fault)
    {
        (this.body, this.fault) = (body, fault);
        foreach (var member in body.EnumerateObject())
        {
            if (known.Contains(member.Name, StringComparer.Ordinal)) continue;
            fault.Add(InputProblem.UnknownMember(member.Name, known));
            return;
        }
    }

    /// <summary>A name by <see cref="NameRule"/>; null = absent or at fault.</summary>
    public string? Name(string field)
    {
        if (Find(field) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.String) return Fail<string>(InputProblem.InvalidValue(field, "a text"));
        var name = value.GetString();
        return NameRule.IsValid(name) ? name : Fail<string>(InputProblem.InvalidName(field));
    }

    /// <summary>A text of 1 to <paramref name="max"/> characters; null = absent or at fault.</summary>
    public string? Text(string field, int max)
    {
        if (Find(field) is not { } value) return null;
        return value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text && text.Length <= max
            ? text
            : Fail<string>(InputProblem.InvalidValue(field, $"a text of 1 to {max} characters"));
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
        _ => Fail<bool?>(InputProblem.InvalidValue(field, "true or false")),
    };

    /// <summary>A whole number in a range; null = absent or at fault.</summary>
    public long? Number(string field, long min, long max)
    {
        if (Find(field) is not { } value) return null;
        return value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out var number) && number >= min && number <= max
            ? number
            : Fail<long?>(InputProblem.InvalidValue(field, $"a whole number from {min} to {max}"));
    }

    /// <summary>An object; null = absent or at fault.</summary>
    public JsonElement? Object(string field)
    {
        if (Find(field) is not { } value) return null;
        return value.ValueKind == JsonValueKind.Object
            ? value
            : Fail<JsonElement?>(InputProblem.InvalidValue(field, "an object"));
    }

    /// <summary>Any value; null = absent, or null itself.</summary>
    public JsonElement? Any(string field) => Find(field) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    private JsonElement? Find(string field) => body.TryGetProperty(field, out var value) ? value : null;

    private T? Fail<T>(Problem problem)
    {
        fault.Add(problem);
        return default;
    }
}
