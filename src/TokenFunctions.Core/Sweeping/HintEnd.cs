namespace TokenFunctions.Sweeping;

/// <summary>What became of a hint.</summary>
internal enum HintEnd
{
    /// <summary>Its token was renewed, by this sweep or meanwhile by somebody else.</summary>
    Renewed,

    /// <summary>The renewal failed.</summary>
    Failed,

    /// <summary>Nobody wants the token: the next caller renews it.</summary>
    Unwanted,

    /// <summary>The provider must not be asked now, or somebody is at it: the hint was put off.</summary>
    Held,

    /// <summary>There is nothing to renew.</summary>
    NotDue,
}
