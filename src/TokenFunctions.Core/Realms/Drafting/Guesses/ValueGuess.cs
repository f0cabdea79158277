namespace TokenFunctions.Realms.Drafting.Guesses;

/// <summary>What a value seems to be.</summary>
internal enum ValueGuess
{
    /// <summary>The same for everybody: stays in the config.</summary>
    Constant,

    /// <summary>The time of the request, Unix seconds.</summary>
    Moment,

    /// <summary>The time of the request, Unix milliseconds.</summary>
    MomentMs,

    /// <summary>Names an account; not confidential by itself.</summary>
    Identifier,

    /// <summary>Confidential.</summary>
    Secret,

    /// <summary>Nothing speaks for either, so it is taken for confidential.</summary>
    Unknown,
}
