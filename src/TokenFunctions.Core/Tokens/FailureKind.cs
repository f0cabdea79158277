namespace TokenFunctions.Tokens;

/// <summary>Why there is no token. The first group are the provider's doings, remembered in the token's row.</summary>
public enum FailureKind
{
    /// <summary>No answer, a time-out or a fault of the provider that is likely to pass.</summary>
    Transient,

    /// <summary>The provider says: too many calls.</summary>
    Throttled,

    /// <summary>A quota of the provider is used up.</summary>
    Quota,

    /// <summary>The provider does not serve this source address.</summary>
    IpDenied,

    /// <summary>The provider does not know the credential.</summary>
    BadCredentials,

    /// <summary>The token that this one is got with was refused.</summary>
    UpstreamTokenInvalid,

    /// <summary>A person has to give consent again.</summary>
    Reauthorize,

    /// <summary>The provider refused for another reason, or answered what the realm cannot read.</summary>
    Rejected,

    /// <summary>A call with rotating state was not answered: the state may be used up, and a person has to
    /// decide.</summary>
    Uncertain,

    /// <summary>The realm's own limit of calls (<c>policy.limits</c>) is used up, and the provider was not
    /// asked.</summary>
    QuotaExhausted,

    /// <summary>The realm's address is one that the service must not call.</summary>
    EgressRefused,

    /// <summary>The realm needs a pushed input that is not there or too old.</summary>
    WaitingForInput,

    /// <summary>The realm names a secret's field that the secret does not have.</summary>
    SecretIncomplete,

    /// <summary>There is no such realm.</summary>
    UnknownRealm,

    /// <summary>There is no secret under this key.</summary>
    UnknownSecret,

    /// <summary>Another instance's attempt is still under way at the caller's deadline.</summary>
    RenewalInProgress,

    /// <summary>The store cannot be reached.</summary>
    StoreUnavailable,

    /// <summary>The vault cannot be reached or refuses.</summary>
    VaultUnavailable,

    /// <summary>A value in the store was changed or moved since it was sealed: somebody tampered with it, or the store
    /// was partly put back.</summary>
    SealBroken,

    /// <summary>A value in the store was sealed with a key that this instance does not have.</summary>
    SealingKeyUnknown,

    /// <summary>Forced renewals come too fast for the realm's interval.</summary>
    ForceLimited,

    /// <summary>The demanded remaining life is longer than the provider issues.</summary>
    MinTtlUnreachable,

    /// <summary>The provider gave the same token again, although it was reported as refused.</summary>
    UpstreamTokenUnchanged,

    /// <summary>The generation reported as invalid was never stored.</summary>
    UnknownGeneration,

    /// <summary>The token service cannot be reached, does not answer in time, or has no place for this program just
    /// now.</summary>
    ServiceUnavailable,

    /// <summary>The token service refuses this program or its request.</summary>
    ServiceRefused,
}
