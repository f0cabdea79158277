using System.Collections.Concurrent;
using System.Diagnostics;
using TokenFunctions.Model;
using TokenFunctions.Model.Planting;

namespace TokenFunctions.Bench.Modelling;

/// <summary>Runs many seeds of the model, on all cores, and names those in which a rule was broken.</summary>
internal static class ModelCommand
{
    private const int MostShown = 20;

    /// <summary>Runs the command; 0 = no rule was broken.</summary>
    public static int Run(string[] arguments, TextWriter output)
    {
        if (ModelOptions.Read(arguments) is not { } options)
        {
            output.WriteLine("model [--seeds N] [--from N] [--seed N] [--kind KIND] [--plant N] [--trace]");
            return 2;
        }

        var watch = Stopwatch.StartNew();
        var outcomes = new ConcurrentBag<Outcome>();
        Parallel.ForEach(Seeds(options), seed => outcomes.Add(One(seed, options, output)));
        Report(outcomes, watch.Elapsed, output);
        return outcomes.All(each => each.Broken is null) ? 0 : 1;
    }

    private static IEnumerable<int> Seeds(ModelOptions options) => Enumerable.Range(options.From, options.Seeds);

    private static Outcome One(int seed, ModelOptions options, TextWriter output)
    {
        var kinds = Enum.GetValues<RealmKind>();
        var (plant, harmed) = options.Plant is { } number ? Plants.All[number] : (Plant.None, kinds[seed % kinds.Length]);
        return TokenFunctions.Model.Run.Of(seed, options.Kind ?? harmed, plant, options.Trace ? output.WriteLine : null);
    }

    private static void Report(ConcurrentBag<Outcome> outcomes, TimeSpan time, TextWriter output)
    {
        var broken = outcomes.Where(each => each.Broken is not null).OrderBy(each => each.Seed).ToList();
        foreach (var each in broken.Take(MostShown)) output.WriteLine(each);
        foreach (var rule in broken.CountBy(each => $"{each.Kind}: {each.Broken!.Split(':')[0]}").OrderBy(each => each.Key, StringComparer.Ordinal))
            output.WriteLine($"{rule.Value,6} × {rule.Key}");
        output.WriteLine(
            $"model: {outcomes.Count} seeds, {broken.Count} broken; {outcomes.Sum(each => each.Steps):N0} steps,"
            + $" {outcomes.Sum(each => each.Callers):N0} callers, {outcomes.Sum(each => (long)each.Calls):N0} calls"
            + $" in {time.TotalSeconds:F1} s");
    }
}
