using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Realms;
using TokenFunctions.Registry;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Lists, reads, makes, replaces and removes realms.</summary>
internal sealed class RealmEndpoints(
    RealmStore realms, Registrar registrar, RealmCompile compile, UseChain chain, AuditTrail audit)
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
        if (context.Refuse(Verb.Admin, input.Value!.Id) is { } refused) return refused;
        var compilation = compile(input.Value);
        if (!compilation.IsValid) return ConfigProblem.Of(compilation.Errors);
        if (UseRights.Refuse(context, compilation.Plan) is { } unread) return unread;
        var circles = await chain.CheckAsync(input.Value.Id, compilation.Plan, context.RequestAborted);
        if (circles.Count > 0) return ConfigProblem.Of(circles);
        var deed = new Deed("realm.save") { Realm = input.Value.Id };
        return await audit.RunAsync(context, deed, () => SaveAsync(input.Value, condition));
    }

    public async Task<Answer> RemoveAsync(HttpContext context)
    {
        var fault = new FirstFault();
        var force = new Query(context.Request, ["force"], fault).Flag("force") ?? false;
        var id = PathNames.Name(context, "id", fault);
        var condition = Precondition.Read(context.Request, fault);
        if (condition.MustNotExist)
            fault.Add(InputProblem.InvalidValue(Precondition.IfNoneMatch, "left out on this verb"));
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
        var saved = await registrar.SaveRealmAsync(realm, MayReplace, CancellationToken.None);
        if (saved is not null) return Saved(saved, existed ? 200 : 201, RealmWarnings.Of(realm));
        return ResourceProblem.PreconditionFailed(
            existed && condition.MustNotExist ? Precondition.IfNoneMatch : Precondition.IfMatch);

        bool MayReplace(Realm? old)
        {
            existed = old is not null;
            return condition.Allows(old?.Version);
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
