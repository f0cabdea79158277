namespace TokenFunctions.Http.Transfer;

/// <summary>What kind of thing an import holds, in the order in which they are made.</summary>
internal enum ImportKind
{
    /// <summary>A realm.</summary>
    Realm,

    /// <summary>A secret.</summary>
    Secret,

    /// <summary>A caller.</summary>
    Caller,
}
