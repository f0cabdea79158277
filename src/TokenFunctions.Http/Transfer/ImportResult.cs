namespace TokenFunctions.Http.Transfer;

/// <summary>What an import did, or would do, to one thing.</summary>
internal enum ImportResult
{
    /// <summary>It was not there and is made.</summary>
    Created,

    /// <summary>It was there, differed and is replaced.</summary>
    Replaced,

    /// <summary>It is there alike; nothing is written.</summary>
    Unchanged,

    /// <summary>A secret whose values nobody has sent; nothing is written.</summary>
    NeedsValues,

    /// <summary>It failed; whether it took effect is not known.</summary>
    Failed,

    /// <summary>It was not come to.</summary>
    Left,
}
