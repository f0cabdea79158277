using System.Diagnostics.Tracing;
using System.Text;
using Microsoft.Diagnostics.NETCore.Client;

namespace TokenFunctions.Processes.App;

/// <summary>What the traces and the metrics of a process tell, written down by its runtime, so that it is what any exporter
/// would be given: every activity with its tags, baggage and events, and every instrument with its tags.</summary>
internal sealed class ToldTelemetry : IAsyncDisposable
{
    private const string Activities =
        "[AS]*/Stop:-Name=OperationName;Display=DisplayName;Status=StatusDescription;Tags=TagObjects.*Enumerate;Baggage=Baggage.*Enumerate;Events=Events.*Enumerate";

    private static readonly EventPipeProvider[] Providers =
    [
        new("Microsoft-Diagnostics-DiagnosticSource", EventLevel.Verbose, 3, Named("FilterAndPayloadSpecs", Activities)),
        new("System.Diagnostics.Metrics", EventLevel.Verbose, 3, Named("SessionId", "sweep", "Metrics", "*", "RefreshInterval", "1")),
    ];

    private readonly MemoryStream told = new();
    private readonly EventPipeSession session;
    private readonly Task reading;

    private ToldTelemetry(EventPipeSession session)
    {
        this.session = session;
        reading = ReadAsync(session.EventStream);
    }

    /// <summary>Listens from now until the process ends.</summary>
    public static async Task<ToldTelemetry> ListenAsync(int processId) =>
        new(await new DiagnosticsClient(processId).StartEventPipeSessionAsync(Providers, requestRundown: false, token: default));

    /// <summary>What was told so far. The strings are UTF-16 at any place: without the zeros they are readable as they
    /// are. Figures come a second after what they tell of.</summary>
    public string Text
    {
        get
        {
            lock (told) return Encoding.Latin1.GetString(told.ToArray()).Replace("\0", "", StringComparison.Ordinal);
        }
    }

    /// <summary>Waits until all is told; the process must have ended.</summary>
    public Task EndAsync() => reading.WaitAsync(TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        session.Dispose();
        await told.DisposeAsync();
    }

    private async Task ReadAsync(Stream stream)
    {
        var piece = new byte[64 * 1024];
        while (await stream.ReadAsync(piece) is > 0 and var count)
            lock (told) told.Write(piece, 0, count);
    }

    private static Dictionary<string, string> Named(params string[] pairs) =>
        pairs.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
