using Microsoft.Extensions.Options;
using TokenFunctions.Client.Remote;
using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Client.Connecting;

/// <summary>Checks <see cref="TokenFunctionsOptions"/>.</summary>
internal sealed class ServiceOptionsCheck : IValidateOptions<TokenFunctionsOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TokenFunctionsOptions options)
    {
        var faults = Faults(options);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>Everything that is wrong.</summary>
    public static IReadOnlyList<string> Faults(TokenFunctionsOptions options) =>
    [
        .. RemoteFaults.Of(options),
        .. OfSnapshot(options),
        .. OptionsFaults.OfMemory(options.CacheBytes),
        .. OptionsFaults.OfPrefetch(options.Prefetch),
    ];

    private static IEnumerable<string> OfSnapshot(TokenFunctionsOptions options)
    {
        if (options.SnapshotFile is { Length: 0 }) yield return "SnapshotFile must be the path of a file.";
        if (options.SnapshotFile is not null && options.SnapshotKey is null)
            yield return "SnapshotKey is missing; SnapshotFile is sealed with it.";
        if (options.SnapshotFile is null && options.SnapshotKey is not null)
            yield return "SnapshotFile is missing; SnapshotKey is set and seals nothing without it.";
        if (options.SnapshotKey is { } key && !SealingKey.TryParse(key.Reveal(), out _))
            yield return "SnapshotKey must be 32 bytes in base64; 'openssl rand -base64 32' makes one.";
    }
}
