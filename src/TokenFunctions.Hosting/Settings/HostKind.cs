namespace TokenFunctions.Hosting.Settings;

/// <summary>What the process runs under.</summary>
public enum HostKind
{
    /// <summary>Nothing: it listens, and sweeps by a schedule of its own.</summary>
    None,

    /// <summary>The Functions host, which passes requests on to the port that it gave: a custom handler.</summary>
    CustomHandler,

    /// <summary>The Functions host, which calls functions of the process: a .NET isolated worker.</summary>
    IsolatedWorker,
}
