using System.Diagnostics;

namespace TokenFunctions.Client.Remote;

/// <summary>Tells the service which trace a call belongs to (W3C Trace Context), and nothing of what the program's own
/// callers sent along as baggage.</summary>
internal sealed class TracePropagator : DistributedContextPropagator
{
    private const string Parent = "traceparent";
    private const string State = "tracestate";

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Fields { get; } = [Parent, State];

    /// <inheritdoc/>
    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
        if (Seen(activity) is not { IdFormat: ActivityIdFormat.W3C, Id: { } id } span || setter is null) return;
        setter(carrier, Parent, id);
        if (!string.IsNullOrEmpty(span.TraceStateString)) setter(carrier, State, span.TraceStateString);
    }

    /// <inheritdoc/>
    public override void ExtractTraceIdAndState(
        object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
        (traceId, traceState) = (null, null);

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(
        object? carrier, PropagatorGetterCallback? getter) => null;

    // The HTTP stack makes an activity of no source for a call inside another one; nobody is told of it, and a trace
    // would have a gap there.
    private static Activity? Seen(Activity? activity) =>
        activity is { Source.Name: "", Parent: { } parent } ? parent : activity;
}
