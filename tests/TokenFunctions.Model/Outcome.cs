namespace TokenFunctions.Model;

/// <summary>How a run ended.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Kind">Its sort of provider.</param>
/// <param name="Broken">The rule that was broken, and how; null = none.</param>
/// <param name="Steps">How many steps it had.</param>
/// <param name="Calls">How many calls the provider got.</param>
public sealed record Outcome(int Seed, RealmKind Kind, string? Broken, long Steps, int Calls)
{
    /// <summary>How many callers there were.</summary>
    public int Callers { get; init; }

    public override string ToString() => Broken is null
        ? $"seed {Seed} ({Kind}): well, {Steps} steps, {Callers} callers, {Calls} calls"
        : $"seed {Seed} ({Kind}): {Broken}\n  replay: dotnet run -c Release --project bench/TokenFunctions.Bench --"
            + $" model --kind {Kind} --seed {Seed} --trace";
}
