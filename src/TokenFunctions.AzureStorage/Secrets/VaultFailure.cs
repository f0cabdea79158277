using System.Text.Json;
using Azure;
using Azure.Identity;

namespace TokenFunctions.AzureStorage;

/// <summary>What went wrong with a vault, and the sentence that says what to do. None holds a secret.</summary>
internal static class VaultFailure
{
    public static bool IsOfVault(Exception e, CancellationToken caller) => e switch
    {
        OperationCanceledException => !caller.IsCancellationRequested,
        AggregateException many => many.InnerExceptions.All(one => IsOfVault(one, caller)),
        // CredentialUnavailableException is an AuthenticationFailedException.
        RequestFailedException or AuthenticationFailedException or HttpRequestException or IOException => true,
        _ => false,
    };

    public static string Sentence(Exception e, string host, string role) => e switch
    {
        AuthenticationFailedException =>
            $"No token for the vault {host} could be had:"
            + " check that the identity of this program exists and may sign in.",
        RequestFailedException { Status: 401 } =>
            $"The vault {host} did not accept the identity's token:"
            + " check that the vault and the identity are of one tenant.",
        RequestFailedException { Status: 403 } =>
            $"The vault {host} refused: the identity lacks the role {role},"
            + " or the vault's firewall shuts this program out.",
        RequestFailedException { Status: 409 } =>
            $"The vault {host} holds a deleted secret of that name: recover it or wait until it is purged.",
        RequestFailedException { Status: 429 } => $"The vault {host} is asked too often: try again later.",
        RequestFailedException { Status: >= 500 } => $"The vault {host} failed: try again later.",
        RequestFailedException { Status: > 0 } =>
            $"The vault {host} refused the request: check that the address is that of a Key Vault.",
        _ => $"The vault {host} does not answer: check its address, its firewall and the network.",
    };

    /// <summary>Whether the secret is there and switched off, which is a 403 like a missing role.</summary>
    public static bool IsDisabled(RequestFailedException e) =>
        e.Status == 403
        && (InnerCode(e) == "SecretDisabled"
            || e.Message.Contains("not allowed on a disabled secret", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an earlier removal is still going on.</summary>
    public static bool IsBeingDeleted(RequestFailedException e) =>
        e.Status == 409 && InnerCode(e) == "ObjectIsBeingDeleted";

    // {"error":{"code":"Forbidden","innererror":{"code":"SecretDisabled"}}}
    private static string? InnerCode(RequestFailedException e)
    {
        try
        {
            using var body = JsonDocument.Parse(e.GetRawResponse()?.Content.ToMemory() ?? default);
            return body.RootElement.GetProperty("error").GetProperty("innererror").GetProperty("code").GetString();
        }
        catch (Exception odd) when (odd is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
