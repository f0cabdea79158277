namespace TokenFunctions.Processes;

/// <summary>What a scenario measured, for the benchmarks to print; what must hold, it has asserted itself.</summary>
/// <param name="Scenario">Its name.</param>
/// <param name="Values">The figures, in the order of printing.</param>
internal sealed record Figures(string Scenario, IReadOnlyList<(string Name, double Value)> Values)
{
    public static Figures Of(string scenario, params (string Name, double Value)[] values) => new(scenario, values);

    public override string ToString() =>
        $"{Scenario}: {string.Join(", ", Values.Select(figure => FormattableString.Invariant($"{figure.Name} {figure.Value:0.###}")))}";
}
