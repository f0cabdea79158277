using System.Net;
using TokenFunctions.Storage.Formats;

namespace TokenFunctions.Http.Callers;

/// <summary>A program that asks for tokens: how it shows who it is, and what it may do.</summary>
/// <param name="Id">Its name.</param>
public sealed record Caller(string Id)
{
    /// <summary>The most keys that live at once: the one in use and the one that follows it.</summary>
    public const int MaxKeys = 2;

    /// <summary>What it may do; empty = nothing.</summary>
    public IReadOnlyList<CallerRule> Allow { get; init; } = [];

    /// <summary>Its API keys, the oldest first.</summary>
    public IReadOnlyList<CallerKey> Keys { get; init; } = [];

    /// <summary>The networks that it may ask from; empty = from anywhere.</summary>
    public IReadOnlyList<IPNetwork> Networks { get; init; } = [];

    /// <summary>The most requests in a second, in each process of the service; null = as many as it likes.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>The Entra application (client id) that is this caller; null = none.</summary>
    public string? EntraAppId { get; init; }

    /// <summary>The Entra app role whose holders are this caller; null = none.</summary>
    public string? EntraRole { get; init; }

    /// <summary>What people wrote about it; null = nothing.</summary>
    public string? Comment { get; init; }

    /// <summary>Grows with every change, of its keys too.</summary>
    public long Version { get; init; }

    /// <summary>When it was made, store time.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed, store time.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The version of its row; null = it was not read from the store.</summary>
    public string? ETag { get; init; }

    /// <summary>What a newer release put into its row; null = nothing.</summary>
    internal NewerCells? Newer { get; init; }
}
