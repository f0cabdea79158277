using Azure.Core;
using Azure.Core.Pipeline;
using TokenFunctions.Tokens;

namespace TokenFunctions.AzureStorage;

/// <summary>Puts a shared access signature on a request. Once: a retried request has it already.</summary>
internal sealed class SignaturePolicy(SecretText signature) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var uri = message.Request.Uri;
        if (uri.Query.EndsWith(signature.Reveal(), StringComparison.Ordinal)) return;
        uri.Query = uri.Query.Length == 0 ? "?" + signature.Reveal() : $"{uri.Query}&{signature.Reveal()}";
    }
}
