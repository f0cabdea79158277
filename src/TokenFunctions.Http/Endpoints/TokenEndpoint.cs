using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
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
/// <remarks>A plain question whose token is in memory is answered in one go, without waiting for anything.</remarks>
internal sealed class TokenEndpoint(
    TokenSources sources, IAttachRules rules, ForcedRenewals forced, StoreClock own, FlowMetrics metrics,
    AnswerWriter writer)
{
    // The bytes of an answer beside the token's value, about.
    private const int UsualRest = 400;

    private readonly StoreClock clock = sources.Clock ?? own;
    private readonly WatchedSource core = new("core", sources.Core, metrics.Requests, sources.Clock ?? own);
    private readonly WatchedSource front = new("front", sources.Front, metrics.Requests, sources.Clock ?? own);
    private readonly PlainInputs plain = new();

    public Task CoreAsync(HttpContext context) => AnswerAsync(core, context);

    public Task FrontAsync(HttpContext context) => AnswerAsync(front, context);

    private Task AnswerAsync(WatchedSource source, HttpContext context) =>
        !MediaRule.HasBody(context) && plain.Find(context.Request.QueryString.Value) is { } input
            ? AnswerAsync(source, context, input)
            : ReadAsync(source, context);

    private async Task ReadAsync(WatchedSource source, HttpContext context)
    {
        var input = await TokenInput.ReadAsync(context);
        await (input.HasFailed
            ? writer.WriteAsync(context, input.Problem)
            : AnswerAsync(source, context, input.Value!));
    }

    private Task AnswerAsync(WatchedSource source, HttpContext context, TokenInput input)
    {
        if (Refuse(context, input.Request) is { } refused) return writer.WriteAsync(context, refused);
        var fault = new FirstFault();
        var known = EntityTag.Known(context.Request, fault);
        if (fault.Problem is { } problem) return writer.WriteAsync(context, problem);

        var asking = source.GetAsync(forced.Watch(context, input.Request), context.RequestAborted);
        return asking.IsCompletedSuccessfully && !input.Attach
            ? TellAsync(context, known, asking.GetAwaiter().GetResult(), attaching: null)
            : WaitAsync(context, known, asking, input.Attach);
    }

    private async Task WaitAsync(
        HttpContext context, IList<EntityTagHeaderValue> known, ValueTask<TokenResult> asking, bool withAttach)
    {
        var result = await asking;
        Attaching? attaching =
            withAttach && result.HasToken ? await rules.FindAsync(result, context.RequestAborted) : null;
        await TellAsync(context, known, result, attaching);
    }

    private Task TellAsync(
        HttpContext context, IList<EntityTagHeaderValue> known, TokenResult result, Attaching? attaching)
    {
        if (!result.HasToken) return writer.WriteAsync(context, FailureTable.Problem(InOwnTime(result.Failure)));
        var token = result.Token;
        var tag = attaching is { Mark: var mark } ? EntityTag.Of(result, token, mark) : EntityTag.Of(token);
        if (IsAllSaid(result) && EntityTag.Has(known, tag))
            return writer.WriteAsync(context, new Answer(StatusCodes.Status304NotModified) { ETag = tag });
        var json = new JsonBytes(token.Value.Utf8Length + UsualRest);
        TokenJson.Write(ref json, result, token, clock.Now, attaching);
        return AnswerWriter.WriteAsync(context.Response, tag, json.Take());
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
