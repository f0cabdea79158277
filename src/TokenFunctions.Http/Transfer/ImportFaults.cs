using TokenFunctions.Http.Problems;
using TokenFunctions.Realms;

namespace TokenFunctions.Http.Transfer;

/// <summary>All that is wrong with an import, each fault with its place.</summary>
internal sealed class ImportFaults
{
    // An import that is wrong throughout is told so by its beginning.
    private const int Most = 100;
    private readonly List<RealmError> all = [];

    /// <summary>The faults, in the order in which they were found.</summary>
    public IReadOnlyList<RealmError> All => all;

    /// <summary>Adds a fault.</summary>
    /// <param name="pointer">Where (RFC 6901).</param>
    /// <param name="message">What is wrong. No value is in it.</param>
    public void Add(string pointer, string message)
    {
        if (all.Count < Most) all.Add(new RealmError(pointer, message));
    }

    /// <summary>Adds what the reading of one thing has found.</summary>
    /// <param name="pointer">The thing.</param>
    /// <param name="problem">What is wrong with it.</param>
    public void Add(string pointer, Problem problem) => Add(pointer + PlaceOf(problem.Field), problem.Detail);

    /// <summary>Adds what the compiler says of a realm.</summary>
    public void Add(string pointer, IEnumerable<RealmError> errors)
    {
        foreach (var error in errors) Add(pointer + error.Pointer, error.Message);
    }

    // Members are named as allow[0].verbs there, and as /allow/0/verbs here.
    private static string PlaceOf(string? field) => field is null
        ? ""
        : JsonPointer.Of("", field).Replace("[", "/", StringComparison.Ordinal)
            .Replace("]", "", StringComparison.Ordinal).Replace('.', '/');
}
