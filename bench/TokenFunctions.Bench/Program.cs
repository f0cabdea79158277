using TokenFunctions.Bench.Measuring;
using TokenFunctions.Bench.Modelling;
using TokenFunctions.Bench.Realms;

var benchmarks = new Dictionary<string, Func<IEnumerable<Case>>>(StringComparer.Ordinal)
{
    ["realms"] = RealmCases.All,
};
if (args is ["model", .. var rest]) return ModelCommand.Run(rest, Console.Out);
if (args is not [var name] || !benchmarks.TryGetValue(name, out var cases))
{
    await Console.Error.WriteLineAsync($"Name one benchmark: model, {string.Join(", ", benchmarks.Keys)}.");
    return 2;
}

var report = new Report(Console.Out);
foreach (var each in cases()) report.Add(Rounds.Measure(each));
report.Close();
return 0;
