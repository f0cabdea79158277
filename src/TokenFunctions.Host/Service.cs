using TokenFunctions.Host.Apply;
using TokenFunctions.Host.Apply.Remote;
using TokenFunctions.Host.Backups;
using TokenFunctions.Hosting.Settings;
using TokenFunctions.Storage;

namespace TokenFunctions.Host;

/// <summary>One run of the app, from its settings to its end.</summary>
internal static class Service
{
    // The Functions host takes 0 for a wish to stop and never starts the app again.
    private const int Failed = 1;
    private const int Misused = 64;

    // The Functions host takes 200 for the wish to be started again, and does not count it as a fault.
    private const int StartAgain = 200;

    /// <summary>Runs the app until it ends.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="over">Changes what the app is made of; for tests only, and no setting leads there.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Action<IServiceCollection>? over = null)
    {
        if (Arguments.Parse(args) is not { } arguments)
        {
            await Console.Error.WriteLineAsync(Arguments.Usage);
            return Misused;
        }

        try
        {
            return await RunAsync(arguments, over);
        }
        catch (SettingsException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
        }
        catch (StoreUnavailableException e)
        {
            // Only the demo and backups ask the store before anybody asks the app.
            await Console.Error.WriteLineAsync(e.Message);
        }
        catch (Exception e) when (arguments.IsCopy && e is (IOException or UnauthorizedAccessException))
        {
            await Console.Error.WriteLineAsync($"A file cannot be read or written: {e.Message}");
        }

        return Failed;
    }

    private static async Task<int> RunAsync(Arguments arguments, Action<IServiceCollection>? over)
    {
        if (arguments.Apply is { } apply) return Code(await ApplyAsync(apply));
        if (arguments.Backup is { } folder)
            return Code(await new BackupRun(Serving.ReadSettings(), Console.Out, Console.Error).RunAsync(folder));
        if (arguments.Restore is { } backup)
            return Code(await new RestoreRun(Serving.ReadSettings(), Console.Out, Console.Error).RunAsync(backup));
        if (arguments.Demo) await Serving.RunDemoAsync();
        // Under the Functions host nobody but it may end the app, and it kills: any other end must not be the last one.
        else if ((await Serving.RunAsync(over)).UnderFunctions) return StartAgain;
        return 0;
    }

    private static int Code(bool isDone) => isDone ? 0 : Failed;

    private static async Task<bool> ApplyAsync(ApplyArguments arguments)
    {
        var settings = ApplySettingsReader.Read(Serving.NewBuilder().Configuration);
        using var service = new ServiceClient(settings, ServiceClient.NewHandler(settings));
        var run = new ApplyRun(service, Console.Out, Console.Error, Environment.GetEnvironmentVariable);
        return await run.RunAsync(arguments);
    }
}
