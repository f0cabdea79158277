using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Trials;

/// <summary>The faults of a config that was to be tried. A fault quotes the config, and whoever has put the secret into
/// it by mistake would find it in the answer, and so in whatever keeps answers.</summary>
public static class TrialFaults
{
    /// <summary>The faults without the texts that were given beside the config.</summary>
    /// <param name="errors">The config's faults.</param>
    /// <param name="given">The secret and the pushed inputs that came with it.</param>
    public static IReadOnlyList<RealmError> Hide(IReadOnlyList<RealmError> errors, IEnumerable<SecretText> given)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var mask = new TrialMask([.. given.Select(text => text.Reveal())]);
        return [.. errors.Select(error => new RealmError(mask.Apply(error.Pointer), mask.Apply(error.Message)))];
    }
}
