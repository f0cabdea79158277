namespace TokenFunctions.Http.Tests.Languages.Sources;

/// <summary>The code whose texts can stand in an answer.</summary>
internal static class ShownFiles
{
    private static readonly string[] Rooms =
    [
        "src/TokenFunctions.Http",
        "src/TokenFunctions.Core/Quotas",
        "src/TokenFunctions.Core/Realms",
        "src/TokenFunctions.Core/Registry",
        "src/TokenFunctions.Core/Renewals",
        "src/TokenFunctions.Core/Storage/Sealing/Sealer.cs",
        "src/TokenFunctions.Core/Tokens",
        "src/TokenFunctions.Client/Remote/Denial.cs",
        "src/TokenFunctions.Client/Remote/RemoteBroker.cs",
        "src/TokenFunctions.Client/Remote/ServiceCall.cs",
        "src/TokenFunctions.Client/Remote/ServiceProblem.cs",
        "src/TokenFunctions.Client/Remote/ServiceRoute.cs",
    ];

    // Their messages become the detail of a failure.
    private static readonly string[] Thrown =
    [
        "src/TokenFunctions.AzureStorage/KeyVault.cs",
        "src/TokenFunctions.AzureStorage/Secrets/VaultFailure.cs",
        "src/TokenFunctions.Core/Storage/Formats/RowFormatException.cs",
        "src/TokenFunctions.Core/Storage/Vault/TableVault.cs",
        "src/TokenFunctions.Core/Storage/Vault/VaultUnavailableException.cs",
    ];

    // The contract and the signs for operators are English, the page has words of its own; these files are read at the start, by other programs or by nobody.
    private static readonly string[] Silent =
    [
        "src/TokenFunctions.Http/OpenApi/",
        "src/TokenFunctions.Http/Console/",
        "src/TokenFunctions.Http/Telemetry/",
        "src/TokenFunctions.Http/Health/",
        "src/TokenFunctions.Core/Realms/Files/",
        "src/TokenFunctions.Core/Realms/Egress/EgressRules.cs",
        "src/TokenFunctions.Core/Realms/Egress/HostList.cs",
        "src/TokenFunctions.Core/Realms/Drafting/Lines/CurlOptions.cs",
        "src/TokenFunctions.Core/Realms/Keys/KeyBlock.cs",
        "src/TokenFunctions.Core/Realms/Keys/KeyText.cs",
    ];

    /// <summary>All texts in them.</summary>
    public static IReadOnlyList<SourceText> Texts(string repository) =>
    [
        .. Rooms.SelectMany(room => Files(repository, room)).SelectMany(file => Read(repository, file, thrownToo: false)),
        .. Thrown.SelectMany(file => Read(repository, file, thrownToo: true)),
    ];

    private static IEnumerable<string> Files(string repository, string room)
    {
        var path = Path.Combine(repository, room);
        var files = File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories);
        return files.Select(file => Path.GetRelativePath(repository, file).Replace('\\', '/'))
            .Where(file => !Silent.Any(silent => file.StartsWith(silent, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<SourceText> Read(string repository, string file, bool thrownToo) =>
        SourceTexts.Of(file, File.ReadAllText(Path.Combine(repository, file)), thrownToo);
}
