using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Vars;

/// <summary>A var that is a template, filled in.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The template; an expression alone keeps its type.</param>
internal sealed record ValueVar(string Name, Template Value) : VarPlan(Name)
{
    /// <inheritdoc/>
    public override IEnumerable<string> Fields => Value.Fields;

    /// <inheritdoc/>
    public override VarResult Evaluate(AttemptScope scope) =>
        VarFault.OfMissing(Name, scope, Value) ?? VarResult.Of(Value.Value(scope));
}
