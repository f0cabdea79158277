using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Access;
using TokenFunctions.Http.Audit;
using TokenFunctions.Http.Input;
using TokenFunctions.Http.Problems;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Trials;
using TokenFunctions.Registry;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Endpoints;

/// <summary>Tries realms, stored or not: the provider is asked once, and nothing is stored.</summary>
internal sealed class TrialEndpoints(
    RealmCatalog realms, RealmCompile compile, RealmTrial trial, AuditTrail audit, StoreClock clock)
{
    public async Task<Answer> StoredAsync(HttpContext context)
    {
        var fault = new FirstFault();
        var id = PathNames.Name(context, "id", fault);
        var input = await ReadAsync(context, fault, withRealm: false);
        if (input.HasFailed) return input.Problem;
        if (await realms.ReadAnewAsync(id) is not { } realm)
            return FailureTable.Problem(FailureKind.UnknownRealm, "There is no such realm.") with { Field = "id" };
        return await RunAsync(
            context, "realm.test", realm.Realm.Definition, input.Value!,
            plan => UseRights.Refuse(context, plan, input.Value!));
    }

    public async Task<Answer> UnsavedAsync(HttpContext context)
    {
        var input = await ReadAsync(context, new FirstFault(), withRealm: true);
        if (input.HasFailed) return input.Problem;
        // The trial may use the realm's secrets and send them where this config says, as a saved one would.
        return context.Refuse(Verb.Admin, input.Value!.Realm!.Id) is { } refused
            ? refused
            : await RunAsync(
                context, "realm.test-unsaved", input.Value.Realm, input.Value,
                plan => UseRights.Refuse(context, plan));
    }

    private static async Task<Reading<TrialInput>> ReadAsync(HttpContext context, FirstFault fault, bool withRealm)
    {
        PathNames.NoQuery(context, fault);
        Precondition.None(context.Request, fault);
        if (fault.Problem is { } problem) return problem;
        var body = await BodyReader.RequireAsync(context);
        if (body.HasFailed) return body.Problem;
        using var json = body.Value!;
        return TrialInput.Read(json.RootElement, withRealm);
    }

    private async Task<Answer> RunAsync(
        HttpContext context, string action, RealmDefinition realm, TrialInput input,
        Func<RealmPlan, Problem?> refuseUses)
    {
        var compilation = compile(realm);
        if (!compilation.IsValid) return ConfigProblem.Of(TrialFaults.Hide(compilation.Errors, input.Given));
        if (refuseUses(compilation.Plan) is { } unread) return unread;
        if (Misnamed(compilation.Plan, input) is { } unknown) return unknown;
        if (Effects(compilation.Plan, input) is { } refused) return refused;
        var deed = new Deed(action) { Realm = realm.Id, Key = input.Key };
        return await audit.RunAsync(context, deed, () => AskAsync(compilation.Plan, realm.Id, input));
    }

    private async Task<Answer> AskAsync(RealmPlan plan, string realm, TrialInput input)
    {
        var subject = new TrialSubject
        {
            Realm = realm,
            Key = input.Key is { } key ? new TokenKey(realm, key) : null,
            Secret = input.Secret,
            Inputs = input.Inputs,
            Forced = input.Force,
        };
        var (run, obstacle) = await trial.RunAsync(plan, subject);
        return run is null
            ? FailureTable.Problem(obstacle!)
            : Answer.Ok((writer, language) => TrialJson.Write(writer, run, clock.Now, language));
    }

    private static Problem? Misnamed(RealmPlan plan, TrialInput input)
    {
        var names = plan.Inputs.Select(rule => rule.Name).ToList();
        var unknown = input.Inputs.Keys.FirstOrDefault(name => !names.Contains(name, StringComparer.Ordinal));
        return unknown is null ? null : TrialProblem.UnknownInput(unknown, names);
    }

    private static Problem? Effects(RealmPlan plan, TrialInput input)
    {
        if (plan.State.Count > 0 && input.Key is not null) return TrialProblem.LosesStoredState();
        if (input.Confirm) return null;
        if (plan.State.Count > 0) return TrialProblem.UsesUpState();
        return plan.Policy.IssueOf(input.Force) == IssueRule.Replaces ? TrialProblem.EndsToken(input.Force) : null;
    }
}
