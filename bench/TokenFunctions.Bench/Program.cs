using TokenFunctions.Bench.Measuring;
using TokenFunctions.Bench.Realms;
using TokenFunctions.Bench.Sweeps;

if (args is ["sweep", .. var rest]) return await SweepBench.RunAsync(rest);

var benchmarks = new Dictionary<string, Func<IEnumerable<Case>>>(StringComparer.Ordinal)
{
    ["realms"] = RealmCases.All,
};
if (args is not [var name] || !benchmarks.TryGetValue(name, out var cases))
{
    await Console.Error.WriteLineAsync($"Name one benchmark: {string.Join(", ", benchmarks.Keys)}, sweep.");
    return 2;
}

var report = new Report(Console.Out);
foreach (var each in cases()) report.Add(Rounds.Measure(each));
report.Close();
return 0;
