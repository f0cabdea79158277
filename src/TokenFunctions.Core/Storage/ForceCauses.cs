namespace TokenFunctions.Storage;

/// <summary>Why a living token is renewed before its time; each may cause one renewal a generation.</summary>
[Flags]
public enum ForceCauses
{
    /// <summary>It is not: it was due or dead.</summary>
    None = 0,

    /// <summary>A caller saw it refused by the API.</summary>
    Invalid = 1,

    /// <summary>A caller needs more remaining life.</summary>
    MinTtl = 2,

    /// <summary>Somebody asked for a newer one.</summary>
    Flush = 4,
}
