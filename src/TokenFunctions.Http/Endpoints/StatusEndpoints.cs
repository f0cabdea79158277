using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Tells how tokens stand.</summary>
internal sealed class StatusEndpoints(SecretStore secrets, StatusBoard board, StatusOverview overview)
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

    /// <summary>How a token stands.</summary>
    public async Task<Answer> ShowAsync(TokenKey key, CancellationToken cancellationToken) =>
        await board.FindAsync(key, cancellationToken) is { } status
            ? Answer.Ok((w, language) => StatusJson.Write(w, status, language))
            : NoSecret();

    /// <summary>There is nothing that a token could be of.</summary>
    public static Problem NoSecret() => FailureTable.Problem(
        FailureKind.UnknownSecret, "There is no secret under this realm and key, so there is no token.");
}
