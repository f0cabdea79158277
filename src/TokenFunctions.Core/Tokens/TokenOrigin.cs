namespace TokenFunctions.Tokens;

/// <summary>Where an answer came from; <c>source</c> in the HTTP API.</summary>
public enum TokenOrigin
{
    /// <summary>The memory of this process.</summary>
    Cache,

    /// <summary>The store.</summary>
    Database,

    /// <summary>The provider, just now.</summary>
    Upstream,
}
