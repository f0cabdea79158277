namespace TokenFunctions.Realms.Egress;

/// <summary>Why an address is not called.</summary>
internal enum EgressReason
{
    /// <summary>It is not on the public Internet.</summary>
    NotPublic,

    /// <summary>It would be called without encryption.</summary>
    PlainHttp,

    /// <summary>A cloud hands out credentials there.</summary>
    Metadata,

    /// <summary>The deployment names the hosts that may be called, and this is none of them.</summary>
    NotListed,
}
