using System.Diagnostics;

namespace TokenFunctions.Telemetry;

/// <summary>The spans of the service and of programs that hold it in process: activity source <c>TokenFunctions</c>.
/// They carry names of realms and keys, never a value, a query or a header.</summary>
public static class Spans
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "TokenFunctions";

    /// <summary>The realm's id.</summary>
    public const string Realm = "tokenfunctions.realm";

    /// <summary>The key.</summary>
    public const string Key = "tokenfunctions.key";

    /// <summary>Where a token came from: <c>cache</c>, <c>database</c>, <c>upstream</c> or <c>none</c>.</summary>
    public const string Origin = "tokenfunctions.source";

    /// <summary>The kind of an error (OpenTelemetry's <c>error.type</c>).</summary>
    public const string Error = "error.type";

    /// <summary>Makes the spans; without a listener it makes none.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Notes on a span that what it is about failed.</summary>
    /// <param name="span">The span; null = nobody listens.</param>
    /// <param name="code">A stable code of the failure.</param>
    public static void Fail(this Activity? span, string code) =>
        span?.SetTag(Error, code).SetStatus(ActivityStatusCode.Error);
}
