using TokenFunctions.Bench.Measuring;
using TokenFunctions.Bench.Realms;
using TokenFunctions.Bench.Scenarios;
using TokenFunctions.Bench.Waiting;

var benchmarks = new Dictionary<string, Func<IEnumerable<Case>>>(StringComparer.Ordinal)
{
    ["realms"] = RealmCases.All,
};
if (args is ["processes", .. var sizes]) return await ProcessesCommand.RunAsync(sizes, Console.Out);
if (args is ["endurance"]) return await EnduranceCommand.RunAsync(Console.Out);
if (args is ["waiting"]) return await WaitingCommand.RunAsync(Console.Out);
if (args is [BareEndpoint.Command, var wait]) return await BareEndpoint.RunAsync(wait, Console.Out);
if (args is not [var name] || !benchmarks.TryGetValue(name, out var cases))
{
    await Console.Error.WriteLineAsync($"Name one benchmark: processes, endurance, waiting, {string.Join(", ", benchmarks.Keys)}.");
    return 2;
}

var report = new Report(Console.Out);
foreach (var each in cases()) report.Add(Rounds.Measure(each));
report.Close();
return 0;
