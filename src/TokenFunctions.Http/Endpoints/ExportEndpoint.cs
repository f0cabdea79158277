using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Http.Transfer;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Shows all realms and what is known of the secrets, in the form that another deployment takes in.</summary>
internal sealed class ExportEndpoint(TransferStore store, StoreClock clock)
{
    private static readonly string[] Known = ["realm", "callers"];

    public async Task<Answer> ReadAsync(HttpContext context)
    {
        var fault = new FirstFault();
        var query = new Query(context.Request, Known, fault);
        var realm = query.Name("realm");
        var withCallers = query.Flag("callers") ?? false;
        if (fault.Problem is { } problem) return problem;
        return await store.ReadAsync(realm, withCallers, context.RequestAborted) is { } content
            ? Answer.Ok(writer => TransferJson.Write(writer, content, clock.Now))
            : FailureTable.Problem(FailureKind.UnknownRealm, "There is no such realm.");
    }
}
