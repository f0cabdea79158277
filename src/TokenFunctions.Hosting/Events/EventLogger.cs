using TokenFunctions.Diagnostics;

namespace TokenFunctions.Hosting.Events;

/// <summary>Makes events of the records of one category.</summary>
/// <param name="category">Whose records.</param>
/// <param name="lines">Where events go.</param>
internal sealed class EventLogger(string category, EventLines lines) : ILogger
{
    private const string Template = "{OriginalFormat}";

    private readonly bool isOurs = category.StartsWith(nameof(TokenFunctions), StringComparison.Ordinal);

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) =>
        logLevel != LogLevel.None && (isOurs || logLevel >= LogLevel.Warning);

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        var message = formatter(state, exception);
        var fields = isOurs ? Named(state as IReadOnlyList<KeyValuePair<string, object?>>) : Foreign(eventId);
        // As an object it would be printed with the messages of others, which may quote anything.
        if (exception is not null) fields.Add(new("exception", FaultText.Of(exception)));
        var name = isOurs ? eventId.Name ?? EventNames.Unnamed : EventNames.Framework;
        lines.Write(new EventRecord(name, eventId.Id, logLevel, fields, message));
    }

    private static List<KeyValuePair<string, object?>> Named(IReadOnlyList<KeyValuePair<string, object?>>? values)
    {
        var fields = new List<KeyValuePair<string, object?>>(values?.Count ?? 0);
        foreach (var (name, value) in values ?? [])
        {
            if (value is null || string.Equals(name, Template, StringComparison.Ordinal)) continue;
            fields.Add(new(FieldName.Of(name), value));
        }

        return fields;
    }

    // Its values are in its sentence; nobody knows what they are called next year.
    private List<KeyValuePair<string, object?>> Foreign(EventId id) =>
        id.Name is { } name ? [new("category", category), new("code", name)] : [new("category", category)];
}
