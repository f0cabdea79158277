namespace TokenFunctions.Hosting.Events;

/// <summary>What makes two events the same thing said twice.</summary>
/// <param name="Name">The event's code.</param>
/// <param name="Code">What went wrong, or at what work; null = it does not say.</param>
/// <param name="Realm">Whose realm; null = none.</param>
/// <param name="Key">Which key; null = none.</param>
/// <param name="Type">The type of the exception behind it; null = none.</param>
internal sealed record LineKind(string Name, string? Code, string? Realm, string? Key, string? Type)
{
    // What stands for the code where there is none.
    private static readonly string[] Codes = ["code", "work", "action", "type", "category"];

    /// <summary>The kind of an event.</summary>
    public static LineKind Of(EventRecord record)
    {
        var code = Codes.Select(name => Text(record, name)).FirstOrDefault(text => text is not null);
        var category = Text(record, "category");
        return new LineKind(
            record.Name, category is null || category == code ? code : $"{category} {code}", Text(record, "realm"),
            Text(record, "key") ?? Text(record, "place"), TypeOf(record));
    }

    /// <summary>The kind without the names that a realm can have many of.</summary>
    public LineKind OfRealm() => this with { Key = null, Type = null };

    /// <summary>The kind without any name that there can be many of.</summary>
    public LineKind OfCode() => OfRealm() with { Realm = null };

    /// <summary>What it holds, as fields of a line.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Fields()
    {
        if (Realm is not null) yield return new("realm", Realm);
        if (Key is not null) yield return new("key", Key);
        if (Code is not null) yield return new("code", Code);
        if (Type is not null) yield return new("type", Type);
    }

    private static string? Text(EventRecord record, string name)
    {
        foreach (var (field, value) in record.Fields)
            if (string.Equals(field, name, StringComparison.Ordinal)) return value as string;
        return null;
    }

    // A fault's text begins with its type.
    private static string? TypeOf(EventRecord record) =>
        Text(record, "exception") is { } text ? text.Split([':', '\r', '\n'], 2)[0] : null;
}
