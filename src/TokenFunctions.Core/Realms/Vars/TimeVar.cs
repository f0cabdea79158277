using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Vars;

/// <summary>A var that is a time: <c>gen</c> <c>unix</c>, <c>unix_ms</c>, <c>rfc3339</c> or <c>date:…</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Write">How the time is written.</param>
/// <param name="Shift">How much later than the attempt it is; may be negative.</param>
/// <param name="Zone">How far the clock it is written by is ahead of UTC.</param>
internal sealed record TimeVar(string Name, Func<DateTimeOffset, Datum> Write, TimeSpan Shift, TimeSpan Zone)
    : VarPlan(Name)
{
    /// <inheritdoc/>
    public override IEnumerable<string> Fields => [];

    /// <inheritdoc/>
    public override bool IsConfidential => false;

    /// <inheritdoc/>
    public override VarResult Evaluate(AttemptScope scope) =>
        VarResult.Of(Write((scope.Now + Shift).ToOffset(Zone)));
}
