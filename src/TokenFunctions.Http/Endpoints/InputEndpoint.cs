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

/// <summary>Takes the values that a provider pushes, such as WeCom's suite ticket. They come in and never go
/// out.</summary>
internal sealed class InputEndpoint(
    RealmCatalog realms, SecretCatalog secrets, Registrar registrar, AuditTrail audit)
{
    public async Task<Answer> PushAsync(HttpContext context)
    {
        var fault = new FirstFault();
        PathNames.NoQuery(context, fault);
        Precondition.None(context.Request, fault);
        var key = PathNames.Key(context, fault);
        if (fault.Problem is { } problem) return problem;
        if (await realms.ReadAnewAsync(key.Realm) is not { } realm)
            return FailureTable.Problem(FailureKind.UnknownRealm, "There is no such realm; nothing was stored.");
        // Anew: a value for a secret that is gone would be found by the next one of its name.
        if (await secrets.ReadAnewAsync(key) is null)
            return FailureTable.Problem(FailureKind.UnknownSecret, "There is no such secret; nothing was stored.");
        if (realm.Plan is not { Inputs.Count: > 0 } plan) return ResourceProblem.NoInputs();
        if (UseRights.Refuse(context, plan) is { } unread) return unread;
        var body = await BodyReader.RequireAsync(context);
        if (body.HasFailed) return body.Problem;
        using var json = body.Value!;
        var values = PushedInputs.Read(json.RootElement, plan.Inputs);
        if (values.HasFailed) return values.Problem;
        return await audit.RunAsync(
            context, Deed.On("input.push", key), () => KeepAsync(key, values.Value!, plan.Inputs));
    }

    private async Task<Answer> KeepAsync(
        TokenKey key, Dictionary<string, SecretText> values, IReadOnlyList<InputRule> rules)
    {
        var kept = new List<(InputRule Rule, PushedInput Input)>();
        foreach (var rule in rules)
            if (values.TryGetValue(rule.Name, out var value))
                kept.Add((rule, await registrar.PushInputAsync(key, rule.Name, value, CancellationToken.None)));
        return Answer.Ok(writer => PushedInputJson.Write(writer, key, kept));
    }
}
