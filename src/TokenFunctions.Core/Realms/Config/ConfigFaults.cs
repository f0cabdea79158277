namespace TokenFunctions.Realms.Config;

/// <summary>The faults of one config, in the order of reading.</summary>
internal sealed class ConfigFaults
{
    private readonly List<RealmError> errors = [];

    /// <summary>All faults so far.</summary>
    public IReadOnlyList<RealmError> Errors => errors;

    /// <summary>Adds a fault.</summary>
    /// <param name="pointer">Where it is.</param>
    /// <param name="rest">What is wrong and what is allowed: the sentence after the pointer,
    /// without the final stop.</param>
    public void Add(string pointer, string rest) => errors.Add(new(pointer, $"`{pointer}` {rest}."));
}
