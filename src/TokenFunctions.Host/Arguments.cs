using TokenFunctions.Host.Apply;

namespace TokenFunctions.Host;

/// <summary>The command line.</summary>
/// <param name="Demo">Whether a sample provider is started and registered too.</param>
internal sealed record Arguments(bool Demo)
{
    public const string Usage = """
        Usage: TokenFunctions.Host [--demo]
               TokenFunctions.Host apply FOLDER [--dry-run] [--remove-secrets]
          --demo             start a sample provider beside the service and register it, to try the service with
          apply FOLDER       make the realms and secrets of a running service equal to FOLDER/*.json, and end
          --dry-run          print the differences and change nothing
          --remove-secrets   also remove secrets that are not in the folder
        Everything else is set by environment variables, which README.md lists.
        """;

    /// <summary>What is to be applied to another, running service; null = this one is to run.</summary>
    public ApplyArguments? Apply { get; init; }

    /// <summary>Reads the command line; null = it is not understood.</summary>
    public static Arguments? Parse(string[] args) => args switch
    {
        [] => new Arguments(false),
        ["--demo"] => new Arguments(true),
        ["apply", .. var rest] when ApplyArguments.Parse([.. rest]) is { } apply =>
            new Arguments(false) { Apply = apply },
        _ => null,
    };
}
