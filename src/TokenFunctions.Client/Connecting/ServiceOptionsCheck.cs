using Microsoft.Extensions.Options;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Connecting;

/// <summary>Checks <see cref="TokenFunctionsOptions"/>.</summary>
internal sealed class ServiceOptionsCheck : IValidateOptions<TokenFunctionsOptions>
{
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TokenFunctionsOptions options)
    {
        var faults = Faults(options);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>Everything that is wrong.</summary>
    public static IReadOnlyList<string> Faults(TokenFunctionsOptions options) =>
    [
        .. OfAddress(options.Address),
        .. OfKey(nameof(options.ApiKey), options.ApiKey),
        .. OfKey(nameof(options.FunctionKey), options.FunctionKey),
        .. OfCredential(options),
        .. OfTimes(options),
        .. OfSnapshot(options),
        .. OptionsFaults.OfMemory(options.CacheBytes),
        .. OptionsFaults.OfPrefetch(options.Prefetch),
    ];

    // Keys and tokens go over this connection, so plain http stays on this machine.
    private static IEnumerable<string> OfAddress(Uri? address)
    {
        if (address is null) yield return "Address is missing; it is the service's, such as https://tokens.example.com";
        else if (!address.IsAbsoluteUri || !IsSafe(address))
            yield return "Address must be https; http is for a service on this machine only";
        else if (address is not { Query: "", UserInfo: "", Fragment: "" })
            yield return "Address must be an address alone, without user, query or fragment";
    }

    private static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private static IEnumerable<string> OfKey(string name, SecretText? key)
    {
        if (key is null) yield break;
        if (key.Length == 0 || !key.Reveal().All(c => c is > ' ' and < (char)127))
            yield return $"{name} must have printable ASCII characters only, and at least one";
    }

    private static IEnumerable<string> OfCredential(TokenFunctionsOptions options)
    {
        if (options.Credential is not null && string.IsNullOrWhiteSpace(options.Scope))
            yield return "Scope is missing; Credential needs it, such as api://CLIENT-ID/.default";
        if (options.Credential is null && options.Scope is not null)
            yield return "Credential is missing; Scope is set and says nothing without it";
    }

    private static IEnumerable<string> OfTimes(TokenFunctionsOptions options)
    {
        if (options.Timeout <= TimeSpan.Zero || options.Timeout > LongestCall)
            yield return $"Timeout must be above zero and at most {LongestCall.TotalMinutes:0} minutes";
        if (options.CheckTimeout <= TimeSpan.Zero || options.CheckTimeout > options.Timeout)
            yield return "CheckTimeout must be above zero and at most Timeout";
    }

    private static IEnumerable<string> OfSnapshot(TokenFunctionsOptions options)
    {
        if (options.SnapshotFile is { Length: 0 }) yield return "SnapshotFile must be the path of a file";
        if (options.SnapshotFile is not null && options.SnapshotKey is null)
            yield return "SnapshotKey is missing; SnapshotFile is sealed with it";
        if (options.SnapshotFile is null && options.SnapshotKey is not null)
            yield return "SnapshotFile is missing; SnapshotKey is set and seals nothing without it";
        if (options.SnapshotKey is { } key && !SealingKey.TryParse(key.Reveal(), out _))
            yield return "SnapshotKey must be 32 bytes in base64; 'openssl rand -base64 32' makes one";
    }
}
