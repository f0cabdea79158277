namespace TokenFunctions.Realms.Templates;

/// <summary>What a random text is made of.</summary>
internal enum RandomKind
{
    /// <summary>A UUID of version 4 with hyphens, lower case (RFC 9562 §5.4).</summary>
    Uuid,

    /// <summary>Lower-case hex digits.</summary>
    Hex,

    /// <summary>Letters of both cases and digits.</summary>
    Alnum,
}
