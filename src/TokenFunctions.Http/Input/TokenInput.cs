using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Problems;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Input;

/// <summary>What is asked of a token route, in the query, in the body or in both.</summary>
/// <param name="Request">The request to the source.</param>
/// <param name="Attach">Whether the answer tells how to put the token on a request.</param>
internal sealed record TokenInput(TokenRequest Request, bool Attach)
{
    internal const long MaxMinTtl = 31_536_000;
    private static readonly string[] Known = ["realm", "key", "flush", "min_ttl", "invalid", "attach"];

    public static async Task<Reading<TokenInput>> ReadAsync(HttpContext context)
    {
        var body = await BodyReader.ReadAsync(context);
        if (body.HasFailed) return body.Problem;
        using var json = body.Value;
        return Read(context.Request, json?.RootElement);
    }

    private static Reading<TokenInput> Read(HttpRequest request, JsonElement? body)
    {
        var fault = new FirstFault();
        var query = new Query(request, Known, fault);
        var members = body is { } root ? new Members(root, Known, fault) : null;
        var realm = Same(fault, "realm", query.Name("realm"), members?.Name("realm"));
        var key = Same(fault, "key", query.Name("key"), members?.Name("key"));
        var flush = Same(fault, "flush", query.Flag("flush"), members?.Flag("flush"));
        var minTtl = Same(
            fault, "min_ttl", query.Number("min_ttl", 0, MaxMinTtl), members?.Number("min_ttl", 0, MaxMinTtl));
        var invalid = Same(
            fault, "invalid", query.Number("invalid", 1, long.MaxValue), members?.Number("invalid", 1, long.MaxValue));
        var attach = Same(fault, "attach", query.Flag("attach"), members?.Flag("attach"));
        if (realm is null) fault.Add(InputProblem.Missing("realm"));
        if (key is null) fault.Add(InputProblem.Missing("key"));
        if (fault.Problem is { } problem) return problem;
        var wanted = new TokenRequest(new TokenKey(realm!, key!))
        {
            Flush = flush ?? false,
            MinTtl = TimeSpan.FromSeconds(minTtl ?? 0),
            Invalid = invalid,
        };
        return new TokenInput(wanted, attach ?? false);
    }

    private static T? Same<T>(FirstFault fault, string field, T? inQuery, T? inBody)
    {
        if (inQuery is not null && inBody is not null && !EqualityComparer<T>.Default.Equals(inQuery, inBody))
            fault.Add(InputProblem.Conflict(field));
        return inQuery is null ? inBody : inQuery;
    }
}
