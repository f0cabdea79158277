using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Input;
using TokenFunctions.Resealing;
using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Tells under which keys the stored values lie, and has them sealed again with the active one.</summary>
internal sealed class SealingEndpoints(Resealer resealer, ISealingKeys keys, AuditTrail audit)
{
    public async Task<Answer> ShowAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        if (fault.Problem is { } problem) return problem;
        return await ShowAsync(await resealer.FindAsync(context.RequestAborted), 200, context.RequestAborted);
    }

    public async Task<Answer> ResealAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        Precondition.None(context.Request, fault);
        if (fault.Problem is { } problem) return problem;
        var body = await BodyReader.ReadAsync(context);
        if (body.HasFailed) return body.Problem;
        using var json = body.Value;
        var stops = json is not null && new Members(json.RootElement, ["stop"], fault).Flag("stop") == true;
        if (fault.Problem is { } wrong) return wrong;
        return stops
            ? await audit.RunAsync(context, new Deed("sealing.stop"), StopAsync)
            : await audit.RunAsync(context, new Deed("sealing.reseal"), BeginAsync);
    }

    // Accepted, not done: the work goes on behind.
    private async Task<Answer> BeginAsync() => await ShowAsync(
        await resealer.BeginAsync(CancellationToken.None), StatusCodes.Status202Accepted, CancellationToken.None);

    private async Task<Answer> StopAsync() => await ShowAsync(
        await resealer.StopAsync(CancellationToken.None), StatusCodes.Status200OK, CancellationToken.None);

    private async Task<Answer> ShowAsync(ResealPass? pass, int status, CancellationToken cancellationToken)
    {
        var ring = await keys.ListAsync(cancellationToken);
        return new Answer(status) { Json = writer => SealingJson.Write(writer, ring, pass) };
    }
}
