using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Vault;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Lists, reads, makes, replaces and removes secrets. Values come in and never go out.</summary>
internal sealed class SecretEndpoints(
    SecretStore secrets, Registrar registrar, SecretInput input, UseRights rights, IVault vault, AuditTrail audit)
{
    public async Task<Answer> ListAsync(HttpContext context)
    {
        var page = PageInput.Read(context.Request, byRealm: true);
        if (page.HasFailed) return page.Problem;
        if (!context.SeesSome(Verb.Admin, page.Value!.Realm)) return ListAnswer.Empty;
        var all = await secrets.ListAsync(page.Value.Realm, context.RequestAborted);
        var found = all.Where(s => page.Value.Matches(s.Key.Key) && context.Sees(Verb.Admin, s.Key)).ToList();
        return ListAnswer.Of(page.Value.Cut(found), found.Count, Write);
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
        var condition = Precondition.Read(context.Request, fault);
        if (fault.Problem is { } problem) return problem;
        var body = await BodyReader.RequireAsync(context);
        if (body.HasFailed) return body.Problem;
        using var json = body.Value!;
        var draft = input.Read(json.RootElement);
        if (draft.HasFailed) return draft.Problem;
        if (context.Refuse(Verb.Admin, draft.Value!.Key) is { } refused) return refused;
        if (await rights.RefuseAsync(context, draft.Value) is { } unread) return unread;
        var deed = Deed.On("secret.save", draft.Value.Key);
        return await audit.RunAsync(context, deed, () => SaveAsync(draft.Value, condition));
    }

    public async Task<Answer> RemoveAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        var condition = Precondition.ReadOfRemoval(context.Request, fault);
        var key = PathNames.Key(context, fault);
        if (fault.Problem is { } problem) return problem;
        return await audit.RunAsync(context, Deed.On("secret.remove", key), () => RemoveAsync(key, condition));
    }

    private async Task<Answer> SaveAsync(SecretDraft draft, Precondition condition)
    {
        string? unmet = null;
        var saved = await registrar.SaveSecretAsync(draft, MayReplace, CancellationToken.None);
        if (saved is not null) return Show(saved);
        return unmet is not null
            ? ResourceProblem.PreconditionFailed(unmet)
            : FailureTable.Problem(FailureKind.UnknownRealm, "There is no such realm; nothing was stored.");

        bool MayReplace(Secret? old)
        {
            unmet = condition.UnmetBy(old?.Version);
            return unmet is null;
        }
    }

    private async Task<Answer> RemoveAsync(TokenKey key, Precondition condition) =>
        await registrar.RemoveSecretAsync(key, condition.Version, CancellationToken.None) switch
        {
            SecretRemoval.Removed => new Answer(StatusCodes.Status204NoContent),
            SecretRemoval.Missing when !condition.MustExist => Unknown(),
            _ => ResourceProblem.PreconditionFailed(Precondition.IfMatch),
        };

    private Answer Show(Secret secret) => new(200) { Json = w => Write(w, secret), ETag = EntityTag.Of(secret) };

    private void Write(Utf8JsonWriter writer, Secret secret) => SecretJson.Write(writer, secret, vault.IsInStore);

    private static Problem Unknown() =>
        FailureTable.Problem(FailureKind.UnknownSecret, "There is no secret under this realm and key.");
}
