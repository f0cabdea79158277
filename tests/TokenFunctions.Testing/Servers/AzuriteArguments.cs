namespace TokenFunctions.Testing.Servers;

/// <summary>How Azurite's Table service is started.</summary>
internal static class AzuriteArguments
{
    public static string[] Table(int port, string folder, params string[] more) =>
    [
        Path.Combine("node_modules", "azurite", "dist", "src", "table", "main.js"),
        "--tableHost", "127.0.0.1",
        "--tablePort", $"{port}",
        "--location", folder,
        "--silent", "--disableTelemetry", "--skipApiVersionCheck",
        .. more,
    ];
}
