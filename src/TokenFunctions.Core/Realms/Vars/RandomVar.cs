using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Vars;

/// <summary>A var that is a random text: <c>gen</c> <c>uuid</c>, <c>hex:N</c> or <c>alnum:N</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What the text is made of.</param>
/// <param name="Length">How many characters; of no meaning for a UUID.</param>
internal sealed record RandomVar(string Name, RandomKind Kind, int Length) : VarPlan(Name)
{
    /// <inheritdoc/>
    public override IEnumerable<string> Fields => [];

    /// <inheritdoc/>
    public override VarResult Evaluate(AttemptScope scope) => VarResult.Of(Datum.Of(scope.Draw(Kind, Length)));
}
