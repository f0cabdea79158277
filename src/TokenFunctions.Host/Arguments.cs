namespace TokenFunctions.Host;

/// <summary>The command line.</summary>
/// <param name="Demo">Whether a sample provider is started and registered too.</param>
internal sealed record Arguments(bool Demo)
{
    public const string Usage = """
        Usage: TokenFunctions.Host [--demo]
          --demo   start a sample provider beside the service and register it, to try the service with
        Everything else is set by environment variables, which README.md lists.
        """;

    /// <summary>Reads the command line; null = it is not understood.</summary>
    public static Arguments? Parse(IReadOnlyList<string> args) => args switch
    {
        [] => new Arguments(false),
        ["--demo"] => new Arguments(true),
        _ => null,
    };
}
