using TokenFunctions.Hosting.Settings;
using TokenFunctions.Worker;

try
{
    await WorkerService.RunAsync(args);
    return 0;
}
catch (SettingsException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
