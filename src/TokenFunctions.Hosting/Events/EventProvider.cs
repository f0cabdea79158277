namespace TokenFunctions.Hosting.Events;

/// <summary>Turns each record of the app, and the graver ones of the framework, into a line of JSON.</summary>
/// <param name="lines">Where lines go; disposed of with this.</param>
[ProviderAlias("Events")]
internal sealed class EventProvider(EventLines lines) : ILoggerProvider
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new EventLogger(categoryName, lines);

    /// <inheritdoc/>
    public void Dispose() => lines.Dispose();
}
