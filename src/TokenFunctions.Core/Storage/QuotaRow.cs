using TokenFunctions.Storage.Formats;

namespace TokenFunctions.Storage;

/// <summary>The calls of a whole realm under one limit.</summary>
/// <param name="Realm">The realm.</param>
/// <param name="Id">The limit's id in the realm, such as <c>86400a</c>.</param>
public sealed record QuotaRow(string Realm, string Id)
{
    /// <summary>The row's version; null = there is no row yet.</summary>
    public string? ETag { get; init; }

    /// <summary>The calls, in the form of their counter.</summary>
    public string Calls { get; init; } = "";

    /// <summary>From when none of them counts any more, store time, UTC.</summary>
    public DateTimeOffset EndsAt { get; init; }

    /// <summary>What a newer release put into its row; null = nothing.</summary>
    internal NewerCells? Newer { get; init; }
}
