using TokenFunctions.Storage;

namespace TokenFunctions.Hosting.Composition;

/// <summary>When the service started, as far as its health is concerned. Made when the app is built: whoever asks for
/// the health first may come hours later.</summary>
internal sealed class ServiceStart(StoreClock clock)
{
    /// <summary>Store time, UTC.</summary>
    public DateTimeOffset At { get; } = clock.Now;
}
