using Azure.Core;
using Azure.Core.Pipeline;
using TokenFunctions.Storage;

namespace TokenFunctions.AzureStorage;

/// <summary>Tells the store clock the time of every answer; next to the wire, so that no wait of
/// ours widens the bounds.</summary>
internal sealed class ClockPolicy(StoreClock clock) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var sentAt = clock.Time.GetUtcNow();
        ProcessNext(message, pipeline);
        Observe(message, sentAt);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var sentAt = clock.Time.GetUtcNow();
        await ProcessNextAsync(message, pipeline);
        Observe(message, sentAt);
    }

    private void Observe(HttpMessage message, DateTimeOffset sentAt)
    {
        if (message.HasResponse && message.Response.Headers.Date is { } date)
            clock.Observe(sentAt, clock.Time.GetUtcNow(), date);
    }
}
