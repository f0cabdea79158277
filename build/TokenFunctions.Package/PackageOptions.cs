namespace TokenFunctions.Package;

/// <summary>The command line.</summary>
internal sealed record PackageOptions
{
    /// <summary>What the command takes.</summary>
    public const string Usage = """
        Usage: publish [--framework-dependent | --aot] [--auth-level function|anonymous]
          --framework-dependent   without the runtime: for the Functions runtime dotnet-isolated 10.0
          --aot                   one native program; needs clang, zlib and the AOT packs of .NET
          --auth-level LEVEL      what the Functions host asks for: a function key (default), or nothing
        """;

    /// <summary>What the package brings along.</summary>
    public PackageKind Kind { get; init; }

    /// <summary>What each function asks for, <c>function</c> or <c>anonymous</c>.</summary>
    public string AuthLevel { get; init; } = "function";

    /// <summary>Reads the command line; null = it is not understood.</summary>
    public static PackageOptions? Parse(params ReadOnlySpan<string> args) => Parse(new PackageOptions(), args);

    private static PackageOptions? Parse(PackageOptions read, ReadOnlySpan<string> args) => args switch
    {
        [] => read,
        ["--framework-dependent", .. var rest] when read.Kind == PackageKind.SelfContained =>
            Parse(read with { Kind = PackageKind.FrameworkDependent }, rest),
        ["--aot", .. var rest] when read.Kind == PackageKind.SelfContained =>
            Parse(read with { Kind = PackageKind.Aot }, rest),
        ["--auth-level", "function" or "anonymous", .. var rest] => Parse(read with { AuthLevel = args[1] }, rest),
        _ => null,
    };
}
