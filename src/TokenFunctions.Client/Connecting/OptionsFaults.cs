using Microsoft.Extensions.Options;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Connecting;

/// <summary>What is wrong with options: all of it at once, with names and without values.</summary>
internal static class OptionsFaults
{
    /// <summary>One exception for all faults.</summary>
    /// <exception cref="OptionsValidationException">There are faults.</exception>
    public static void ThrowIfAny<TOptions>(IReadOnlyCollection<string> faults)
    {
        if (faults.Count > 0) throw new OptionsValidationException(Options.DefaultName, typeof(TOptions), faults);
    }

    /// <summary>The faults of tokens to prefetch.</summary>
    public static IEnumerable<string> OfPrefetch(IEnumerable<TokenKey> keys) =>
        from key in keys
        where !NameRule.IsValid(key.Realm) || !NameRule.IsValid(key.Key)
        select $"Prefetch names a token whose realm or key is not {NameRule.InWords}";

    /// <summary>The faults of a memory's size.</summary>
    public static IEnumerable<string> OfMemory(long bytes)
    {
        if (bytes < LeastMemory) yield return $"CacheBytes must be {LeastMemory} or more";
    }

    private const long LeastMemory = 64 * 1024;
}
