using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Config;

/// <summary>What is known of one config while it is read: its faults in the order of reading, and the names that its
/// templates may use.</summary>
internal sealed class ConfigCheck
{
    private readonly List<RealmError> errors = [];

    /// <summary>All faults so far.</summary>
    public IReadOnlyList<RealmError> Errors => errors;

    /// <summary>The names that templates may use where the reading stands.</summary>
    public NameTable Names { get; } = new();

    /// <summary>Adds a fault.</summary>
    /// <param name="pointer">Where it is.</param>
    /// <param name="rest">What is wrong and what is allowed: the sentence after the pointer,
    /// without the final stop.</param>
    public void Add(string pointer, string rest) => errors.Add(new(pointer, $"`{pointer}` {rest}."));
}
