using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Input;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Shows who did what.</summary>
internal sealed class AuditEndpoint(AuditReader reader, StoreClock clock)
{
    public async Task<Answer> ListAsync(HttpContext context)
    {
        var input = AuditInput.Read(context.Request, clock.Now);
        if (input.HasFailed) return input.Problem;
        var page = await reader.ReadAsync(input.Value!, context.RequestAborted);
        return Answer.Ok(writer => AuditJson.Write(writer, page));
    }
}
