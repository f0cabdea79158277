using System.Globalization;

namespace TokenFunctions.Hosting.Settings;

/// <summary>Reads what the process runs under.</summary>
/// <param name="configuration">What is set.</param>
/// <param name="isWorker">Whether it is a worker; no setting says so, the program is another one.</param>
/// <param name="faults">Where faults go.</param>
internal sealed class HostReader(IConfiguration configuration, bool isWorker, List<string> faults)
{
    private const string Port = "FUNCTIONS_CUSTOMHANDLER_PORT";

    /// <summary>What it runs under, and the port to listen on if a host gave one.</summary>
    public (HostKind Kind, int? Port) Read()
    {
        if (isWorker) return (HostKind.IsolatedWorker, null);
        if (configuration[Port] is not { Length: > 0 } text) return (HostKind.None, null);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and < 65536)
            return (HostKind.CustomHandler, port);
        faults.Add($"{Port} must be a port number");
        return (HostKind.None, null);
    }
}
