namespace TokenFunctions.Realms.Requests;

/// <summary>In which calls an argument is sent.</summary>
internal enum ArgumentWhen
{
    /// <summary>In every call.</summary>
    Always,

    /// <summary>When somebody wants another token than the provider's present one.</summary>
    Force,

    /// <summary>In all other calls.</summary>
    NotForce,
}
