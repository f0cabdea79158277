using Azure.Core;
using Azure.Core.Pipeline;

namespace TokenFunctions.Worker.Tables;

/// <summary>Stands behind the retries in the client's pipeline, and tells of each.</summary>
internal sealed class RetriesPolicy : HttpPipelineSynchronousPolicy
{
    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message) => Retries.Tell(message);
}
