namespace TokenFunctions.App.Tests.Otlp;

/// <summary>A span that was received (opentelemetry/proto/trace/v1/trace.proto).</summary>
/// <param name="Service">The process that sent it, by its <c>service.name</c>.</param>
/// <param name="Scope">The activity source.</param>
/// <param name="Name">Its name.</param>
/// <param name="Trace">The trace that it is of.</param>
/// <param name="Id">Its id.</param>
/// <param name="Parent">The id of the span around it; empty = none.</param>
/// <param name="Kind">1 internal, 2 server, 3 client.</param>
/// <param name="Tags">Its attributes.</param>
internal sealed record SeenSpan(
    string Service, string Scope, string Name, string Trace, string Id, string Parent, ulong Kind,
    IReadOnlyDictionary<string, string> Tags)
{
    private const string ServiceName = "service.name";

    /// <summary>The spans of an ExportTraceServiceRequest.</summary>
    public static IEnumerable<SeenSpan> Read(ReadOnlyMemory<byte> request) =>
        from resource in WireField.Messages(request, 1)
        let service = ReadTags(resource.Messages(1, 1)).GetValueOrDefault(ServiceName, "")
        from scope in resource.Messages(2)
        let source = scope.Messages(1, 1).First().Text
        from span in scope.Messages(2)
        select Read(service, source, span);

    private static SeenSpan Read(string service, string source, WireField span) => new(
        service, source, span.Messages(5).First().Text, span.Messages(1).First().Hex, span.Messages(2).First().Hex,
        span.Messages(4).Select(field => field.Hex).FirstOrDefault(""), span.Messages(6).First().Value, ReadTags(span.Messages(9)));

    private static Dictionary<string, string> ReadTags(IEnumerable<WireField> pairs) => pairs.ToDictionary(
        pair => pair.Messages(1).First().Text,
        pair => pair.Messages(2).SelectMany(value => WireField.Read(value.Bytes)).Select(v => v.Number == 1 ? v.Text : $"{v.Value}").FirstOrDefault(""),
        StringComparer.Ordinal);
}
