namespace TokenFunctions.Http;

/// <summary>What a process is in a deployment.</summary>
/// <param name="Name">Its name, as <c>GET /api/version</c> tells it.</param>
public sealed record ServiceRole(string Name)
{
    /// <summary>Holds realms and secrets, and asks the providers.</summary>
    public static ServiceRole Core { get; } = new("core");

    /// <summary>Hands out what it asks a core for.</summary>
    public static ServiceRole Front { get; } = new("front");
}
