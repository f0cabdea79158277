using System.Globalization;
using System.Text.RegularExpressions;
using TokenFunctions.Host.Tests.Documents;

namespace TokenFunctions.Host.Tests.Infra;

/// <summary>The costs in docs/deploy.md add up, and the dearest parts are what their formulas give.</summary>
public sealed partial class CostTests
{
    private const double Month = 2_628_000;

    private static readonly string[] Parts =
        ["HTTP, being there and working", "executions", "timer", "tables", "Key Vault", "Log Analytics", "alerts"];

    private static readonly string Paper = Repository.Read("docs/deploy.md");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_size_adds_up(int column) =>
        Assert.Equal(Price("**a month**", column), Parts.Sum(part => Price(part, column)), tolerance: 0.6);

    [Fact]
    public void Formulas_give_what_is_written()
    {
        var working = 2 * Month * (0.000004 + 0.000016);

        Assert.Equal([working, 4 * working], [Price(Parts[0], 2), Price(Parts[0], 3)], (a, b) => Math.Abs(a - b) < 1);
        Assert.Equal(((43_800 * 3 * 2) - 100_000) * 0.000026, Price("timer", 2), tolerance: 0.5);
        Assert.Equal(((43_800 * 41 * 2) - 100_000) * 0.000026, Price("timer", 3), tolerance: 0.5);
        Assert.Equal(((100_000d * 480 * 13) + 500_000_000 + (43_800 * 419)) / 10_000 * 0.00036, Price("tables", 3), tolerance: 0.5);
        Assert.Equal(100_000d * 480 / 10_000 * 0.03, Price("Key Vault", 3), tolerance: 0.5);
        Assert.Equal((0.5 + 30 - 5) * 2.30, Price("Log Analytics", 2), tolerance: 0.5);
        Assert.Equal((24 + (4 * 20 * Month / 1_000_000) - 5) * 2.30, Price("Log Analytics", 3), tolerance: 0.5);
    }

    // The last price of a cell is its result.
    private static double Price(string part, int column)
    {
        var row = Paper.Split('\n').Last(line => line.StartsWith($"| {part} |", StringComparison.Ordinal));
        var prices = Dollars().Matches(row.Split('|')[column + 1]);
        return prices.Count == 0 ? 0 : double.Parse(prices[^1].Groups["amount"].Value, NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\$(?<amount>[0-9.,]+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Dollars();
}
