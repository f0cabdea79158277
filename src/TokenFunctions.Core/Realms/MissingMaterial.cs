namespace TokenFunctions.Realms;

/// <summary>Finds what an attempt was not given although its plan needs it.</summary>
internal static class MissingMaterial
{
    /// <summary>One sentence that names it; null = all is there.</summary>
    public static string? Find(RealmPlan plan, CallMaterial material)
    {
        var fields = plan.SecretFields.Where(field => material.Secret.Find(field) is null).ToList();
        if (fields.Count > 0)
            return $"The secret has no {Names(fields)}; the realm reads "
                + (fields.Count == 1 ? "this field." : "these fields.");
        var tokens = Missing(plan.Uses.Select(use => use.As), material.Uses);
        if (tokens is not null) return $"The realm needs the token of another realm {tokens}, which was not given.";
        var inputs = Missing(plan.Inputs.Select(input => input.Name), material.Inputs);
        if (inputs is not null) return $"The realm needs the pushed input {inputs}, which was not given.";
        var state = Missing(plan.State.Select(rule => rule.Name), material.State);
        return state is null ? null : $"The realm needs the state {state}, which was not given.";
    }

    private static string? Missing<T>(IEnumerable<string> names, IReadOnlyDictionary<string, T> given)
    {
        var missing = names.Where(name => !given.ContainsKey(name)).ToList();
        return missing.Count == 0 ? null : Names(missing);
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
