using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Callers;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Storage;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Lists, reads, makes, replaces and removes callers.</summary>
internal sealed class CallerEndpoints(
    CallerStore callers, KeyUseStore uses, CallerChanges changes, AuditTrail audit, StoreClock clock)
{
    public async Task<Answer> ListAsync(HttpContext context)
    {
        var page = PageInput.Read(context.Request, byRealm: false);
        if (page.HasFailed) return page.Problem;
        var all = await callers.ListAsync(context.RequestAborted);
        var found = all.Where(caller => page.Value!.Matches(caller.Id)).ToList();
        var used = await uses.ReadAsync(callerId: null, context.RequestAborted);
        return ListAnswer.Of(page.Value!.Cut(found), found.Count, (w, caller) => CallerJson.Write(w, caller, used));
    }

    public async Task<Answer> FindAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        var id = PathNames.Name(context, "id", fault);
        if (fault.Problem is { } problem) return problem;
        return await callers.FindAsync(id, context.RequestAborted) is { } caller
            ? await ShowAsync(caller)
            : CallerProblem.Unknown();
    }

    public async Task<Answer> SaveAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        var condition = Precondition.Read(context.Request, fault);
        if (fault.Problem is { } problem) return problem;
        var body = await BodyReader.RequireAsync(context);
        if (body.HasFailed) return body.Problem;
        using var json = body.Value!;
        var input = CallerInput.Read(json.RootElement, clock.Now);
        if (input.HasFailed) return input.Problem;
        var deed = new Deed("caller.save") { Subject = input.Value!.Caller.Id };
        return await audit.RunAsync(context, deed, () => SaveAsync(input.Value, condition));
    }

    public async Task<Answer> RemoveAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        var id = PathNames.Name(context, "id", fault);
        var condition = Precondition.Read(context.Request, fault);
        if (condition.MustNotExist)
            fault.Add(InputProblem.InvalidValue(Precondition.IfNoneMatch, "left out on this verb"));
        if (fault.Problem is { } problem) return problem;
        return await audit.RunAsync(
            context, new Deed("caller.remove") { Subject = id }, () => RemoveAsync(id, condition));
    }

    private async Task<Answer> SaveAsync(CallerInput input, Precondition condition)
    {
        var made = input.WithKey is false ? null : ApiKey.Create(input.Caller.Id);
        var key = made is null ? null : CallerKey.Of(made, clock.Now, input.ExpiresAt);
        Caller? before = null;
        var saving = await changes.SaveAsync(input.Caller with { Keys = key is null ? [] : [key] }, MayReplace);
        if (saving.Saved is { } saved)
            return before is null ? ShowMade(saved, made) : await ShowAsync(saved);
        if (saving.TakenBy is { } holder) return CallerProblem.EntraTaken(holder);
        if (condition.Allows(before?.Version))
            return CallerProblem.Exists(input.ExpiresAt is null ? "key" : Expiry.Field);
        return ResourceProblem.PreconditionFailed(
            before is not null && condition.MustNotExist ? Precondition.IfNoneMatch : Precondition.IfMatch);

        bool MayReplace(Caller? old)
        {
            before = old;
            return condition.Allows(old?.Version) && (old is null || !input.IsForNewOne);
        }
    }

    private async Task<Answer> RemoveAsync(string id, Precondition condition)
    {
        while (await callers.FindAsync(id, CancellationToken.None) is { } caller)
        {
            if (!condition.Allows(caller.Version)) return ResourceProblem.PreconditionFailed(Precondition.IfMatch);
            if (await changes.RemoveAsync(caller)) return new Answer(StatusCodes.Status204NoContent);
        }

        return condition.MustExist
            ? ResourceProblem.PreconditionFailed(Precondition.IfMatch)
            : CallerProblem.Unknown();
    }

    private async Task<Answer> ShowAsync(Caller caller) =>
        Show(caller, 200, await uses.ReadAsync(caller.Id, CancellationToken.None));

    private static Answer ShowMade(Caller caller, ApiKey? key) =>
        Show(caller, 201, new Dictionary<(string Caller, string Key), DateTimeOffset>(), key);

    private static Answer Show(
        Caller caller, int status, IReadOnlyDictionary<(string Caller, string Key), DateTimeOffset> used,
        ApiKey? made = null) =>
        new(status) { Json = w => CallerJson.Write(w, caller, used, made), ETag = EntityTag.Of(caller) };
}
