using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Http.Telemetry;
using TokenFunctions.Storage;
using TokenFunctions.Telemetry;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Hands out tokens: the only routes that do.</summary>
internal sealed class TokenEndpoint(
    TokenSources sources, IAttachRules rules, ForcedRenewals forced, StoreClock own, FlowMetrics metrics)
{
    private readonly StoreClock clock = sources.Clock ?? own;
    private readonly WatchedSource core = new("core", sources.Core, metrics.Requests, sources.Clock ?? own);
    private readonly WatchedSource front = new("front", sources.Front, metrics.Requests, sources.Clock ?? own);

    public Task<Answer> CoreAsync(HttpContext context) => AnswerAsync(core, context);

    public Task<Answer> FrontAsync(HttpContext context) => AnswerAsync(front, context);

    private async Task<Answer> AnswerAsync(WatchedSource source, HttpContext context)
    {
        var input = await TokenInput.ReadAsync(context);
        if (input.HasFailed) return input.Problem;
        if (Refuse(context, input.Value!.Request) is { } refused) return refused;
        var fault = new FirstFault();
        var known = EntityTag.Known(context.Request, fault);
        if (fault.Problem is { } problem) return problem;

        var request = forced.Watch(context, input.Value.Request);
        var result = await source.GetAsync(request, context.RequestAborted);
        if (!result.HasToken) return FailureTable.Problem(InOwnTime(result.Failure));
        var token = result.Token;
        var withAttach = input.Value.Attach;
        var attaching = withAttach ? await rules.FindAsync(result, context.RequestAborted) : default;
        var tag = withAttach ? EntityTag.Of(result, token, attaching.Mark) : EntityTag.Of(token);
        if (IsAllSaid(result) && EntityTag.Has(known, tag))
            return new Answer(StatusCodes.Status304NotModified) { ETag = tag };
        var attach = attaching.Rule;
        return Answer.Ok(w => TokenJson.Write(w, result, token, clock.Now, withAttach, attach)) with { ETag = tag };
    }

    // Problems tell times of this process's own store, by which Retry-After is counted.
    private TokenFailure InOwnTime(TokenFailure failure) => sources.Clock is { } other && failure.RetryAt is { } at
        ? failure with { RetryAt = own.Now + (at - other.Now) }
        : failure;

    // "You have it already" would hide that the token is stale, or that its renewal fails.
    private static bool IsAllSaid(TokenResult result) => result is { IsStale: false, RenewalFailed: null };

    private static Problem? Refuse(HttpContext context, TokenRequest request) =>
        context.Refuse(Verb.Read, request.Key) ?? (request.Flush ? context.Refuse(Verb.Flush, request.Key) : null);
}
