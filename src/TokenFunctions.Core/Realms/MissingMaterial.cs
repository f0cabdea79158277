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
        return Sentence("token of another realm", plan.Uses.Select(use => use.As).Where(Lacks(material.Uses)))
            ?? Sentence("pushed input", plan.Inputs.Select(input => input.Name).Where(Lacks(material.Inputs)))
            ?? Sentence("state", plan.State.Select(state => state.Name).Where(Lacks(material.State)));
    }

    private static Func<string, bool> Lacks<T>(IReadOnlyDictionary<string, T> given) =>
        name => !given.ContainsKey(name);

    private static string? Sentence(string what, IEnumerable<string> names)
    {
        var missing = names.ToList();
        return missing.Count == 0 ? null : $"The realm needs the {what} {Names(missing)}, which was not given.";
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
