namespace TokenFunctions.Http.Health;

/// <summary>How a part of the service is.</summary>
public enum HealthState
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Tokens are served, but somebody should look.</summary>
    Degraded,

    /// <summary>Tokens cannot be served.</summary>
    Failed,
}
