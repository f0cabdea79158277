using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Lists, reads, makes, replaces and removes secrets. Values come in and never go out.</summary>
internal sealed class SecretEndpoints(
    SecretStore secrets, Registrar registrar, SecretInput input, UseRights rights,
    AuditTrail audit)
{
    public async Task<Answer> ListAsync(HttpContext context)
    {
        var page = PageInput.Read(context.Request, byRealm: true);
        if (page.HasFailed) return page.Problem;
        if (!context.SeesSome(Verb.Admin, page.Value!.Realm)) return ListAnswer.Empty;
        var all = await secrets.ListAsync(page.Value.Realm, context.RequestAborted);
        var found = all.Where(s => page.Value.Matches(s.Key.Key) && context.Sees(Verb.Admin, s.Key)).ToList();
        return ListAnswer.Of(page.Value.Cut(found), found.Count, SecretJson.Write);
    }

    public async Task<Answer> FindAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        var key = PathNames.Key(context, fault);
        if (fault.Problem is { } problem) return problem;
        return await secrets.FindAsync(key, context.RequestAborted) is { } secret ? Show(secret) : Unknown();
    }

    public async Task<Answer> SaveAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        Precondition.None(context.Request, fault);
        if (fault.Problem is { } problem) return problem;
        var body = await BodyReader.RequireAsync(context);
        if (body.HasFailed) return body.Problem;
        using var json = body.Value!;
        var draft = input.Read(json.RootElement);
        if (draft.HasFailed) return draft.Problem;
        if (context.Refuse(Verb.Admin, draft.Value!.Key) is { } refused) return refused;
        if (await rights.RefuseAsync(context, draft.Value) is { } unread) return unread;
        return await audit.RunAsync(context, Deed.On("secret.save", draft.Value.Key), () => SaveAsync(draft.Value));
    }

    public async Task<Answer> RemoveAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        Precondition.None(context.Request, fault);
        var key = PathNames.Key(context, fault);
        if (fault.Problem is { } problem) return problem;
        return await audit.RunAsync(context, Deed.On("secret.remove", key), () => RemoveAsync(key));
    }

    private async Task<Answer> SaveAsync(SecretDraft draft) =>
        await registrar.SaveSecretAsync(draft, CancellationToken.None) is { } saved
            ? Show(saved)
            : FailureTable.Problem(FailureKind.UnknownRealm, "There is no such realm; nothing was stored.");

    private async Task<Answer> RemoveAsync(TokenKey key) =>
        await registrar.RemoveSecretAsync(key, CancellationToken.None)
            ? new Answer(StatusCodes.Status204NoContent)
            : Unknown();

    private static Answer Show(Secret secret) => Answer.Ok(w => SecretJson.Write(w, secret));

    private static Problem Unknown() =>
        FailureTable.Problem(FailureKind.UnknownSecret, "There is no secret under this realm and key.");
}
