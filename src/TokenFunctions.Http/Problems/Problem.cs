using System.Text.Json;
using TokenFunctions.Realms;

namespace TokenFunctions.Http.Problems;

/// <summary>An answer that is not what was asked for (RFC 9457). Nothing in it is confidential.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The stable name by which programs know it.</param>
/// <param name="Detail">What happened and what to do, for people.</param>
internal sealed record Problem(int Status, string Code, string Detail)
{
    /// <summary>The member, parameter or header that is at fault.</summary>
    public string? Field { get; init; }

    /// <summary>All faults of a realm's config.</summary>
    public IReadOnlyList<RealmError> Errors { get; init; } = [];

    /// <summary>When asking again can help, store time.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>What an operator can do about it.</summary>
    public string? WhatToDo { get; init; }

    /// <summary>The provider's own code.</summary>
    public string? UpstreamCode { get; init; }

    /// <summary>The provider's own message.</summary>
    public string? UpstreamMessage { get; init; }

    /// <summary>Writes members of its own, beside those of every problem (RFC 9457 §3.2); null = it has none.</summary>
    public Action<Utf8JsonWriter>? More { get; init; }
}
