using Azure.Core;
using Azure.Core.Pipeline;
using TokenFunctions.Storage;

namespace TokenFunctions.AzureStorage;

/// <summary>The way of a request: request id, retries, proof of our right, clock, wire.</summary>
internal static class TablePipeline
{
    private const string Scope = "https://storage.azure.com/.default";

    public static HttpPipeline Build(AzureTablesOptions options, StoreClock clock)
    {
        var client = new TableClientOptions
        {
            // Spans, figures and log lines of the store are our own.
            Diagnostics = { IsDistributedTracingEnabled = false, IsLoggingEnabled = false, IsTelemetryEnabled = false },
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = options.MaxRetries,
                Delay = options.RetryDelay,
                MaxDelay = TimeSpan.FromSeconds(2),
                NetworkTimeout = options.TryTimeout,
            },
        };
        if (options.Transport is { } transport) client.Transport = transport;
        client.AddPolicy(Proof(options, clock), HttpPipelinePosition.PerRetry);
        client.AddPolicy(new ClockPolicy(clock), HttpPipelinePosition.BeforeTransport);
        return HttpPipelineBuilder.Build(client);
    }

    private static HttpPipelinePolicy Proof(AzureTablesOptions options, StoreClock clock) => options.Address switch
    {
        { Key: { } key } address => new SharedKeyLitePolicy(address.Account, key, clock),
        { Signature: { } signature } => new SignaturePolicy(signature),
        // AzureTables has seen that there is one.
        _ => new BearerTokenAuthenticationPolicy(options.Credential!, Scope),
    };
}
