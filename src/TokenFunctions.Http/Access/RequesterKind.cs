namespace TokenFunctions.Http.Access;

/// <summary>How a requester showed who it is.</summary>
public enum RequesterKind
{
    /// <summary>By the admin key of the settings.</summary>
    Operator,

    /// <summary>By an API key of its own, or by an identity that the platform vouches for.</summary>
    Caller,

    /// <summary>By a key that the Functions host has checked.</summary>
    Host,

    /// <summary>By being a program of this machine, on a service that has no key.</summary>
    Local,
}
