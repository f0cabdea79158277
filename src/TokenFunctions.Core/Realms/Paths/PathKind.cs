namespace TokenFunctions.Realms.Paths;

/// <summary>Which part of an answer a path looks at.</summary>
internal enum PathKind
{
    /// <summary>The whole body as trimmed text.</summary>
    Whole,

    /// <summary>A header of the answer.</summary>
    Header,

    /// <summary>A cookie that the answer sets.</summary>
    Cookie,

    /// <summary>A value within the body.</summary>
    Keys,
}
