using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Lets an operator end a failure that is remembered, and have the provider asked at once. The token that
/// comes of it is not in the answer.</summary>
internal sealed class RetryEndpoint(
    Registrar registrar, StatusEndpoints statuses, TokenSources sources, ForcedRenewals forced, AuditTrail audit)
{
    private static readonly string[] Known = ["renew"];

    public async Task<Answer> RetryAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        Precondition.None(context.Request, fault);
        var key = PathNames.Key(context, fault);
        if (fault.Problem is { } problem) return problem;
        var body = await BodyReader.ReadAsync(context);
        if (body.HasFailed) return body.Problem;
        using var json = body.Value;
        var renew = json is not null && (new Members(json.RootElement, Known, fault).Flag("renew") ?? false);
        if (fault.Problem is { } wrong) return wrong;
        if (renew && context.Refuse(Verb.Flush, key) is { } refused) return refused;
        var ended = await audit.RunAsync(context, Deed.On("token.retry", key), () => EndAsync(key));
        return renew && ended.Problem is null ? await RenewAsync(context, key) : ended;
    }

    private async Task<Answer> EndAsync(TokenKey key) =>
        await registrar.RetryAsync(key, CancellationToken.None)
            ? await statuses.ShowAsync(key, CancellationToken.None)
            : StatusEndpoints.NoSecret();

    private async Task<Answer> RenewAsync(HttpContext context, TokenKey key)
    {
        var request = forced.Watch(context, new TokenRequest(key) { Flush = true });
        var result = await sources.Core.GetAsync(request, context.RequestAborted);
        return result.HasToken
            ? await statuses.ShowAsync(key, context.RequestAborted)
            : FailureTable.Problem(result.Failure);
    }
}
