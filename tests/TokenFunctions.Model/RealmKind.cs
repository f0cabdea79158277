namespace TokenFunctions.Model;

/// <summary>What sort of provider a run is about.</summary>
public enum RealmKind
{
    /// <summary>Each token lives on its own.</summary>
    Independent,

    /// <summary>A new token ends the old one at once.</summary>
    ReplacesAtOnce,

    /// <summary>A new token ends the old one after a while.</summary>
    ReplacesWithOverlap,

    /// <summary>The same token is given until near its end.</summary>
    Stable,

    /// <summary>Each answer brings a new refresh token; an old one ends the chain.</summary>
    Rotating,

    /// <summary>Each answer brings a new refresh token; old ones are taken too.</summary>
    RotatingSafeToRepeat,

    /// <summary>The provider takes few calls of one secret in a window.</summary>
    LimitedPerSecret,

    /// <summary>The provider takes few calls of all secrets together in a window.</summary>
    LimitedPerRealm,
}
