using TokenFunctions.Host.Apply;
using TokenFunctions.Host.Backups;

namespace TokenFunctions.Host;

/// <summary>The command line.</summary>
/// <param name="Demo">Whether a sample provider is started and registered too.</param>
internal sealed record Arguments(bool Demo)
{
    public const string Usage = """
        Usage: TokenFunctions.Host [--demo]
               TokenFunctions.Host apply FOLDER [--dry-run] [--remove-secrets]
               TokenFunctions.Host backup FOLDER
               TokenFunctions.Host restore FOLDER [--replace]
          --demo             start a sample provider beside the service and register it, to try the service with
          apply FOLDER       make the realms and secrets of a running service equal to FOLDER/*.json, and end
          --dry-run          print the differences and change nothing
          --remove-secrets   also remove secrets that are not in the folder
          backup FOLDER      copy the database and its sealing key to a new folder, also while the service runs
          restore FOLDER     put such a copy where the service, which must not run, looks for its database
          --replace          also when there is a database that is not empty
        Everything else is set by environment variables, which README.md lists.
        """;

    /// <summary>What is to be applied to another, running service; null = this one is to run.</summary>
    public ApplyArguments? Apply { get; init; }

    /// <summary>The folder that a backup is to be written to; null = none is.</summary>
    public string? Backup { get; init; }

    /// <summary>The backup that is to be restored; null = none is.</summary>
    public RestoreArguments? Restore { get; init; }

    /// <summary>Whether files are to be copied, and no service is to run.</summary>
    public bool IsCopy => Backup is not null || Restore is not null;

    /// <summary>Reads the command line; null = it is not understood.</summary>
    public static Arguments? Parse(string[] args) => args switch
    {
        [] => new Arguments(false),
        ["--demo"] => new Arguments(true),
        ["apply", .. var rest] when ApplyArguments.Parse([.. rest]) is { } apply =>
            new Arguments(false) { Apply = apply },
        ["backup", { Length: > 0 } folder] when RestoreArguments.IsFolder(folder) =>
            new Arguments(false) { Backup = folder },
        ["restore", .. var rest] when RestoreArguments.Parse(rest) is { } restore =>
            new Arguments(false) { Restore = restore },
        _ => null,
    };
}
