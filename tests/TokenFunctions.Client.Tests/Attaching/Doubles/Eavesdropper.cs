using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using Microsoft.Extensions.Logging;

namespace TokenFunctions.Client.Tests.Attaching.Doubles;

/// <summary>Writes down all that the program tells of its requests: logs of each level, activities, and events of the
/// framework.</summary>
internal sealed class Eavesdropper : EventListener, ILoggerProvider
{
    private readonly ConcurrentQueue<string> texts = new();
    private readonly ActivityListener listener;

    public Eavesdropper()
    {
        listener = new()
        {
            ShouldListenTo = source => source.Name.Contains("Http", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public string Text => string.Join('\n', texts);

    public ILogger CreateLogger(string categoryName) => new Ear(categoryName, texts);

    public override void Dispose()
    {
        listener.Dispose();
        base.Dispose();
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Net.Http") EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        texts?.Enqueue($"event {eventData.EventName}: {string.Join(' ', eventData.Payload ?? new([]))}");

    private void Hear(Activity activity)
    {
        var events = activity.Events.SelectMany(e => e.Tags.Select(tag => $"{e.Name} {tag.Key}={tag.Value}"));
        texts.Enqueue($"activity {activity.DisplayName} {activity.StatusDescription} "
            + string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Concat(events)));
    }

    private sealed class Ear(string category, ConcurrentQueue<string> texts) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            texts.Enqueue($"scope {category}: {Shown(state)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            texts.Enqueue($"log {category} {logLevel}: {formatter(state, exception)} {Shown(state)} {exception}");

        private static string Shown<TState>(TState state) =>
            state is IEnumerable<KeyValuePair<string, object?>> pairs
                ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}"))
                : $"{state}";
    }
}
