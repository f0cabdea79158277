using TokenFunctions.Realms.Requests;

namespace TokenFunctions.Realms.Config;

/// <summary>What <c>body</c> and <c>content_type</c> make of the body.</summary>
internal sealed record BodyRule
{
    /// <summary>The body; null = there can be none.</summary>
    public IRequestBody? Body { get; init; }

    /// <summary>Whether it is sent also when no argument goes there.</summary>
    public bool IsGiven { get; init; }

    /// <summary>The members of <c>body</c>, as arguments.</summary>
    public IReadOnlyList<Argument> Members { get; init; } = [];

    /// <summary>Why no argument can go there, as the end of a sentence that begins with its <c>place</c>; null = it
    /// can.</summary>
    public string? Closed { get; init; }

    /// <summary>Whether arguments for the body go into the query in its stead.</summary>
    public bool IsQuery { get; init; }
}
