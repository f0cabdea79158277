using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Input;

/// <summary>What must hold of a realm, a secret or a caller before it is changed (RFC 9110 §13).</summary>
/// <param name="Version">The only version to change; null = any, -1 = one that never was.</param>
/// <param name="MustExist"><c>If-Match</c> was sent.</param>
/// <param name="MustNotExist"><c>If-None-Match: *</c> was sent.</param>
internal sealed record Precondition(long? Version, bool MustExist, bool MustNotExist)
{
    public const string IfMatch = "If-Match";
    public const string IfNoneMatch = "If-None-Match";

    public static Precondition Read(HttpRequest request, FirstFault fault)
    {
        var match = request.Headers.IfMatch;
        var noneMatch = request.Headers.IfNoneMatch;
        if (noneMatch.Count > 0 && noneMatch != "*")
            fault.Add(InputProblem.InvalidValue(IfNoneMatch, "* on this route"));
        var version = match.Count > 0 ? ReadVersion(match.ToString(), fault) : null;
        return new Precondition(version, match.Count > 0, noneMatch.Count > 0);
    }

    /// <summary>The same of a verb that removes: what is not there yet cannot be.</summary>
    public static Precondition ReadOfRemoval(HttpRequest request, FirstFault fault)
    {
        var condition = Read(request, fault);
        if (condition.MustNotExist) fault.Add(InputProblem.InvalidValue(IfNoneMatch, "left out on this verb"));
        return condition;
    }

    /// <summary>Refuses conditions on a route that cannot honour them: a condition passed
    /// over is a lost change.</summary>
    public static void None(HttpRequest request, FirstFault fault)
    {
        if (request.Headers.IfMatch.Count > 0)
            fault.Add(InputProblem.InvalidValue(IfMatch, "left out: this route has no conditions"));
        if (request.Headers.IfNoneMatch.Count > 0)
            fault.Add(InputProblem.InvalidValue(IfNoneMatch, "left out: this route has no conditions"));
    }

    /// <summary>Whether what is stored in that version (null = there is none) may be changed.</summary>
    public bool Allows(long? stored) =>
        stored is null ? !MustExist : !MustNotExist && (Version is null || Version == stored);

    /// <summary>The header that does not let what is stored in that version (null = there is none) be changed; null =
    /// both do.</summary>
    public string? UnmetBy(long? stored) =>
        Allows(stored) ? null : stored is not null && MustNotExist ? IfNoneMatch : IfMatch;

    private static long? ReadVersion(string header, FirstFault fault)
    {
        if (header is "*") return null;
        if (!EntityTag.CanBeRead(header) || !EntityTagHeaderValue.TryParse(header, out var tag))
        {
            fault.Add(InputProblem.InvalidValue(IfMatch,
                "* or one ETag in double quotes, as it was answered with"));
            return null;
        }

        // A weak tag never matches here (RFC 9110 §13.1.1).
        return !tag.IsWeak && EntityTag.Version(tag) is { } version ? version : -1;
    }
}
