using TokenFunctions.Host.Apply.Differences;
using TokenFunctions.Host.Apply.Remote;
using TokenFunctions.Realms.Files;

namespace TokenFunctions.Host.Apply;

/// <summary>Makes the realms and secrets of a running service equal to a folder of files.</summary>
/// <param name="service">The service.</param>
/// <param name="output">Where differences and the summary go.</param>
/// <param name="error">Where faults and failures go.</param>
/// <param name="environment">Gives an environment variable; null = it is not set.</param>
internal sealed class ApplyRun(
    ServiceClient service, TextWriter output, TextWriter error, Func<string, string?> environment)
{
    /// <summary>Reads the folder, compares, prints the difference and, unless this is a dry run, sends it. With any
    /// fault in the folder nothing is sent.</summary>
    /// <returns>Whether all that was asked for was done.</returns>
    public async Task<bool> RunAsync(ApplyArguments arguments)
    {
        var folder = new FolderReader(environment).Read(arguments.Folder);
        if (folder.Faults.Count > 0) return await RefuseAsync(folder.Faults);
        var reading = await new RemoteReader(service).ReadAsync(SecretsMatter(folder.Realms));
        if (reading.State is not { } state) return await RefuseAsync([reading.Refusal!]);
        var plan = new Planner(arguments.RemoveSecrets).Plan(folder.Realms, state);
        foreach (var line in PlanText.Lines(plan)) await output.WriteLineAsync(line);
        if (!arguments.DryRun) return await ApplyAsync(plan, arguments.RemoveSecrets);
        await output.WriteLineAsync(PlanText.Summary(plan));
        return true;
    }

    // Of a realm that goes they are counted, so that a dry run tells what would go with it.
    private static Predicate<StoredRealm> SecretsMatter(IReadOnlyList<RealmFile> files)
    {
        var left = files.Where(f => f.Secrets is null).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        return realm => !left.Contains(realm.Id);
    }

    private async Task<bool> ApplyAsync(Plan plan, bool removeSecrets)
    {
        var tally = new Tally(error);
        await new Applier(service, tally, removeSecrets).ApplyAsync(plan);
        await output.WriteLineAsync(tally.Summary);
        return tally.IsWhole;
    }

    private async Task<bool> RefuseAsync(IReadOnlyList<string> reasons)
    {
        foreach (var reason in reasons) await error.WriteLineAsync(reason);
        await error.WriteLineAsync("Nothing was sent.");
        return false;
    }
}
