using Microsoft.AspNetCore.Http;
using TokenFunctions.Http.Input;
using TokenFunctions.Realms;
using TokenFunctions.Registry;

namespace TokenFunctions.Http.Access;

/// <summary>What a realm must pass before it is saved; the same whether it is saved or only checked.</summary>
internal sealed class RealmChecks(RealmCompile compile, UseChain chain)
{
    /// <summary>The faults of the realm, or why the sender may not save it.</summary>
    public async Task<Reading<RealmFinding>> CheckAsync(HttpContext context, RealmDefinition realm)
    {
        if (context.Refuse(Verb.Admin, realm.Id) is { } refused) return refused;
        var compilation = compile(realm);
        if (!compilation.IsValid) return new RealmFinding(compilation.Errors);
        if (UseRights.Refuse(context, compilation.Plan) is { } unread) return unread;
        return new RealmFinding(await chain.CheckAsync(realm.Id, compilation.Plan, context.RequestAborted));
    }
}
