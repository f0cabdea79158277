using TokenFunctions.Bench.Clients;
using TokenFunctions.Bench.Core;
using TokenFunctions.Bench.Fuzzing;
using TokenFunctions.Bench.HotPath;
using TokenFunctions.Bench.Measuring;
using TokenFunctions.Bench.Memory;
using TokenFunctions.Bench.Mixed;
using TokenFunctions.Bench.Modelling;
using TokenFunctions.Bench.Realms;
using TokenFunctions.Bench.Scenarios;
using TokenFunctions.Bench.Stampedes;
using TokenFunctions.Bench.Starts;
using TokenFunctions.Bench.Sweeps;

return args switch
{
    ["realms"] => Report.Of(Console.Out, RealmCases.All()),
    ["sweep", .. var sizes] => await SweepBench.RunAsync(sizes),
    ["model", .. var seeds] => ModelCommand.Run(seeds, Console.Out),
    ["fuzz", .. var sizes] => await FuzzCommand.RunAsync(sizes, Console.Out),
    ["processes", .. var sizes] => await ProcessesCommand.RunAsync(sizes, Console.Out),
    ["endurance"] => await EnduranceCommand.RunAsync(Console.Out),
    ["wrongkeys", .. var time] => await WrongKeysCommand.RunAsync(time, Console.Out),
    ["memory", .. var sizes] => await MemoryCommand.RunAsync(sizes, Console.Out),
    ["client"] => await ClientCommand.RunAsync(Console.Out),
    ["hotpath", .. var how] => await HotPathCommand.RunAsync(how, Console.Out),
    ["core", .. var how] => await CoreCommand.RunAsync(how, Console.Out),
    ["settings", .. var how] => await SettingsCommand.RunAsync(how, Console.Out),
    ["mixed", .. var how] => await MixedCommand.RunAsync(how, Console.Out),
    ["start", .. var how] => await StartCommand.RunAsync(how, Console.Out),
    ["stampede", .. var how] => await StampedeCommand.RunAsync(how, Console.Out),
    [BareEndpoint.Command, var wait] => await BareEndpoint.RunAsync(wait, Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Name one benchmark: realms, model, fuzz, sweep, processes, endurance, wrongkeys, memory, client, start, hotpath, core, settings, mixed, stampede.");
    return 2;
}
