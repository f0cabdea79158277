using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.AzureStorage;

/// <summary>Signs a request with the account's key: HMAC-SHA256 over date and resource (learn.microsoft.com, "Authorize
/// with Shared Key", Table service, Shared Key Lite).</summary>
internal sealed class SharedKeyLitePolicy(string account, SecretText key, StoreClock clock)
    : HttpPipelineSynchronousPolicy
{
    private readonly byte[] keyBytes = Convert.FromBase64String(key.Reveal());

    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        // Store time, because a service whose clock is 15 min off would refuse every signature.
        var date = clock.Now.ToString("R", CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"{date}\n/{account}{request.Uri.ToUri().AbsolutePath}");
        request.Headers.SetValue("x-ms-date", date);
        request.Headers.SetValue("Authorization",
            $"SharedKeyLite {account}:{Convert.ToBase64String(HMACSHA256.HashData(keyBytes, signed))}");
    }
}
