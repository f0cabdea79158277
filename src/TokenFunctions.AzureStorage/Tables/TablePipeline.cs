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
        var client = new PipelineOptions();
        Prepare(client, options, clock);
        client.AddPolicy(Proof(options, clock), HttpPipelinePosition.PerRetry);
        return HttpPipelineBuilder.Build(client);
    }

    /// <summary>Gives a client of the store all that our options tell of its requests but the proof.</summary>
    public static void Prepare(ClientOptions client, AzureTablesOptions options, StoreClock clock)
    {
        // Spans, figures and log lines of the store are our own.
        client.Diagnostics.IsDistributedTracingEnabled = false;
        client.Diagnostics.IsLoggingEnabled = false;
        client.Diagnostics.IsTelemetryEnabled = false;
        client.Retry.Mode = RetryMode.Exponential;
        client.Retry.MaxRetries = options.MaxRetries;
        client.Retry.Delay = options.RetryDelay;
        client.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        client.Retry.NetworkTimeout = options.TryTimeout;
        if (options.Transport is { } transport) client.Transport = transport;
        client.AddPolicy(new ClockPolicy(clock), HttpPipelinePosition.BeforeTransport);
    }

    private static HttpPipelinePolicy Proof(AzureTablesOptions options, StoreClock clock) => options.Address switch
    {
        { Key: { } key } address => new SharedKeyLitePolicy(address.Account, key, clock),
        { Signature: { } signature } => new SignaturePolicy(signature),
        // The options have been checked.
        _ => new BearerTokenAuthenticationPolicy(options.Credential!, Scope),
    };
}
