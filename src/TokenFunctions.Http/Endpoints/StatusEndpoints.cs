using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Tells how tokens stand.</summary>
internal sealed class StatusEndpoints(SecretStore secrets, StatusBoard board)
{
    public async Task<Answer> ListAsync(HttpContext context)
    {
        var page = PageInput.Read(context.Request, byRealm: true);
        if (page.HasFailed) return page.Problem;
        var all = await secrets.ListAsync(page.Value!.Realm, context.RequestAborted);
        var found = all.Where(s => page.Value.Matches(s.Key.Key)).ToList();
        var statuses = await board.ReadAsync(page.Value.Cut(found), context.RequestAborted);
        return ListAnswer.Of(statuses, found.Count, StatusJson.Write);
    }

    public async Task<Answer> FindAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        var key = PathNames.Key(context, fault);
        if (fault.Problem is { } problem) return problem;
        return await board.FindAsync(key, context.RequestAborted) is { } status
            ? Answer.Ok(w => StatusJson.Write(w, status))
            : FailureTable.Problem(FailureKind.UnknownSecret,
                "There is no secret under this realm and key, so there is no token.");
    }
}
