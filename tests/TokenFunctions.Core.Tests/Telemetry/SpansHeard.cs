using System.Collections.Concurrent;
using System.Diagnostics;
using TokenFunctions.Telemetry;

namespace TokenFunctions.Core.Tests.Telemetry;

/// <summary>The spans of one trace: those that are made below this one while it lasts.</summary>
internal sealed class SpansHeard : IDisposable
{
    private readonly ConcurrentQueue<Activity> ended = new();
    private readonly ActivityListener listener;
    private readonly Activity root = new("test");

    public SpansHeard()
    {
        root.SetIdFormat(ActivityIdFormat.W3C).Start();
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Spans.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> asked) => asked.Parent.TraceId == root.TraceId
                ? ActivitySamplingResult.AllDataAndRecorded
                : ActivitySamplingResult.None,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The spans as <c>name tag=value …</c>, those that ended first first.</summary>
    public IReadOnlyList<string> Lines =>
        [.. ended.Select(span => $"{span.OperationName} {string.Join(' ', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}")];

    /// <summary>The names of a span and of those around it, the outermost first, without the test's own.</summary>
    public IReadOnlyList<string> Paths => [.. ended.Select(span => Path(span))];

    public void Dispose()
    {
        listener.Dispose();
        root.Dispose();
    }

    private string Path(Activity span) =>
        span.Parent is { } parent && parent != root ? $"{Path(parent)}/{span.OperationName}" : span.OperationName;
}
