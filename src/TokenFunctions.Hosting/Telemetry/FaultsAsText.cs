using OpenTelemetry;
using OpenTelemetry.Logs;
using TokenFunctions.Diagnostics;

namespace TokenFunctions.Hosting.Telemetry;

/// <summary>Takes exceptions out of records before they are sent and puts their kinds and places there instead, under
/// the names of OpenTelemetry's semantic conventions (exceptions in logs): the sender would write the messages of
/// foreign ones, which may quote anything.</summary>
internal sealed class FaultsAsText : BaseProcessor<LogRecord>
{
    /// <inheritdoc/>
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is not { } fault) return;
        data.Exception = null;
        data.Attributes =
        [
            .. data.Attributes ?? [],
            new("exception.type", fault.GetType().FullName),
            new("exception.stacktrace", FaultText.Of(fault)),
        ];
    }
}
