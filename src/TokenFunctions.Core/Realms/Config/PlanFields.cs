using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Realms.Vars;

namespace TokenFunctions.Realms.Config;

/// <summary>Gathers the secret fields that a plan cannot do without.</summary>
internal static class PlanFields
{
    /// <summary>The fields, each once, in ordinal order.</summary>
    public static IEnumerable<string> Of(
        IReadOnlyList<UseRule> uses, IReadOnlyList<StateRule> state, IReadOnlyList<VarPlan> vars, TlsPlan? tls,
        IReadOnlyList<StepPlan> steps, RequestPlan? request, ResponsePlan response) =>
        uses.SelectMany(use => use.Key.Fields)
            .Concat(state.SelectMany(kept => kept.Initial.Fields))
            .Concat(vars.SelectMany(planned => planned.Fields))
            .Concat(tls?.Fields ?? [])
            .Concat(steps.SelectMany(step => step.Request.Fields))
            .Concat(request?.Fields ?? [])
            .Concat(response.Fields)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
}
