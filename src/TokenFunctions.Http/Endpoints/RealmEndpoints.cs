using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Lists, reads, makes, replaces and removes realms.</summary>
internal sealed class RealmEndpoints(
    RealmStore realms, Registrar registrar, RealmChecks checks, AuditTrail audit)
{
    public async Task<Answer> ListAsync(HttpContext context)
    {
        var page = PageInput.Read(context.Request, byRealm: false);
        if (page.HasFailed) return page.Problem;
        if (!context.SeesSomeRealm(Verb.Admin)) return ListAnswer.Empty;
        var all = await realms.ListAsync(context.RequestAborted);
        var found = all.Where(r => page.Value!.Matches(r.Id) && context.Sees(Verb.Admin, r.Id)).ToList();
        return ListAnswer.Of(page.Value!.Cut(found), found.Count, RealmJson.Write);
    }

    public async Task<Answer> FindAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        var id = PathNames.Name(context, "id", fault);
        if (fault.Problem is { } problem) return problem;
        return await realms.FindAsync(id, context.RequestAborted) is { } realm ? Show(realm) : Unknown();
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
        var input = RealmInput.Read(json.RootElement);
        if (input.HasFailed) return input.Problem;
        var finding = await checks.CheckAsync(context, input.Value!);
        if (finding.HasFailed) return finding.Problem;
        if (!finding.Value!.IsValid) return ConfigProblem.Of(finding.Value.Errors);
        var deed = new Deed("realm.save") { Realm = input.Value!.Id };
        return await audit.RunAsync(context, deed, () => SaveAsync(input.Value, condition));
    }

    public async Task<Answer> RemoveAsync(HttpContext context)
    {
        var fault = new FirstFault();
        var force = new Query(context.Request, ["force"], fault).Flag("force") ?? false;
        var id = PathNames.Name(context, "id", fault);
        var condition = Precondition.ReadOfRemoval(context.Request, fault);
        if (fault.Problem is { } problem) return problem;
        var deed = new Deed("realm.remove") { Realm = id };
        return await audit.RunAsync(context, deed, () => RemoveAsync(id, condition, force));
    }

    // A caller that leaves does not cut a change off half-way; so it is with every change.
    private async Task<Answer> RemoveAsync(string id, Precondition condition, bool force) =>
        await registrar.RemoveRealmAsync(id, condition.Version, force, CancellationToken.None) switch
        {
            RealmRemoval.Removed => new Answer(StatusCodes.Status204NoContent),
            RealmRemoval.Missing when condition.MustExist => ResourceProblem.PreconditionFailed(Precondition.IfMatch),
            RealmRemoval.Missing => Unknown(),
            RealmRemoval.HasSecrets => ResourceProblem.RealmHasSecrets(),
            _ when condition.Version is not null => ResourceProblem.PreconditionFailed(Precondition.IfMatch),
            _ => ResourceProblem.RealmChanged(),
        };

    private async Task<Answer> SaveAsync(RealmDefinition realm, Precondition condition)
    {
        var existed = false;
        string? unmet = null;
        var saved = await registrar.SaveRealmAsync(realm, MayReplace, CancellationToken.None);
        return saved is not null
            ? Saved(saved, existed ? 200 : 201, RealmWarnings.Of(realm))
            : ResourceProblem.PreconditionFailed(unmet!);

        bool MayReplace(Realm? old)
        {
            existed = old is not null;
            unmet = condition.UnmetBy(old?.Version);
            return unmet is null;
        }
    }

    private static Answer Show(Realm realm) =>
        Answer.Ok(w => RealmJson.Write(w, realm)) with { ETag = EntityTag.Of(realm) };

    private static Answer Saved(Realm realm, int status, IReadOnlyList<RealmError> warnings) => new(status)
    {
        Worded = (w, language) => RealmJson.Write(w, realm, warnings, language),
        ETag = EntityTag.Of(realm),
    };

    private static Problem Unknown() =>
        FailureTable.Problem(FailureKind.UnknownRealm, "There is no such realm.") with { Field = "id" };
}
