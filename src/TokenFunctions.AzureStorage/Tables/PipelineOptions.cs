using Azure.Core;

namespace TokenFunctions.AzureStorage;

/// <summary>Azure.Core's options of a client; nothing of our own.</summary>
internal sealed class PipelineOptions : ClientOptions;
