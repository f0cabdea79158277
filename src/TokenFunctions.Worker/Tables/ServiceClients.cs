using Azure;
using Azure.Core;
using Azure.Data.Tables;
using TokenFunctions.AzureStorage;
using TokenFunctions.Storage;

namespace TokenFunctions.Worker.Tables;

/// <summary>Makes clients of the Table service: with the account's key, a shared access signature, or an
/// identity.</summary>
internal static class ServiceClients
{
    public static TableServiceClient Create(AzureTablesOptions options, StoreClock clock)
    {
        var client = new TableClientOptions();
        TablePipeline.Prepare(client, options, clock);
        client.AddPolicy(new RetriesPolicy(), HttpPipelinePosition.PerRetry);
        // The client puts a slash of its own before the table.
        var endpoint = new Uri(options.Address.Endpoint.AbsoluteUri.TrimEnd('/'));
        var address = options.Address;
        if (address.Key is { } key)
            return new(endpoint, new TableSharedKeyCredential(address.Account, key.Reveal()), client);
        if (address.Signature is { } signature)
            return new(endpoint, new AzureSasCredential(signature.Reveal()), client);
        // The options have been checked.
        return new(endpoint, options.Credential!, client);
    }
}
