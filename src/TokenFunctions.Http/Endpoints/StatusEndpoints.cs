using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Tells how tokens stand, and lets an operator end a failure that is remembered.</summary>
internal sealed class StatusEndpoints(
    SecretStore secrets, StatusBoard board, StatusOverview overview, Registrar registrar, AuditTrail audit)
{
    public async Task<Answer> ListAsync(HttpContext context)
    {
        var input = StatusInput.Read(context.Request);
        if (input.HasFailed) return input.Problem;
        var page = input.Value!.Page;
        var all = context.SeesSome(Verb.Status, page.Realm)
            ? await secrets.ListAsync(page.Realm, context.RequestAborted)
            : [];
        var found = all.Where(s => page.Matches(s.Key.Key) && context.Sees(Verb.Status, s.Key)).ToList();
        if (input.Value.IsOfAll) return await overview.ListAsync(input.Value, all, found, context.RequestAborted);
        var statuses = await board.ReadAsync(page.Cut(found), context.RequestAborted);
        return ListAnswer.Of(statuses, found.Count, StatusJson.Write);
    }

    public async Task<Answer> FindAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        var key = PathNames.Key(context, fault);
        return fault.Problem is { } problem ? problem : await ShowAsync(key, context.RequestAborted);
    }

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
        if (json is not null && Unknown(json.RootElement) is { } unknown) return unknown;
        return await audit.RunAsync(context, Deed.On("token.retry", key), () => RetryAsync(key));
    }

    private async Task<Answer> RetryAsync(TokenKey key) =>
        await registrar.RetryAsync(key, CancellationToken.None)
            ? await ShowAsync(key, CancellationToken.None)
            : NoSecret();

    // There is nothing to say beside the path, so what is said all the same was meant for something else.
    private static Problem? Unknown(JsonElement body)
    {
        var fault = new FirstFault();
        _ = new Members(body, [], fault);
        return fault.Problem;
    }

    private async Task<Answer> ShowAsync(TokenKey key, CancellationToken cancellationToken) =>
        await board.FindAsync(key, cancellationToken) is { } status
            ? Answer.Ok((w, language) => StatusJson.Write(w, status, language))
            : NoSecret();

    private static Problem NoSecret() => FailureTable.Problem(
        FailureKind.UnknownSecret, "There is no secret under this realm and key, so there is no token.");
}
