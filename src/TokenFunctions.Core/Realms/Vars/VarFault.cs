using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Vars;

/// <summary>Words the faults of vars.</summary>
internal static class VarFault
{
    /// <summary>A fault of the values that a var is made of.</summary>
    /// <param name="name">The var.</param>
    /// <param name="what">What is wrong, without any value.</param>
    /// <param name="templates">Where the values come from.</param>
    public static VarResult Of(string name, string what, params IEnumerable<Template?> templates) =>
        VarResult.Failed($"The var `{name}` cannot be computed: {what}; check {TemplateSources.InWords(templates)}.");

    /// <summary>The fault of a value that is not there; null when all are.</summary>
    public static VarResult? OfMissing(string name, AttemptScope scope, params IEnumerable<Template?> templates)
    {
        var lacking = templates.FirstOrDefault(template => template?.LacksValue(scope) == true);
        return lacking is null ? null : Of(name, "a value that it needs is not there", lacking);
    }
}
