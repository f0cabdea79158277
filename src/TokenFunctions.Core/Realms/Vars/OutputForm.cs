namespace TokenFunctions.Realms.Vars;

/// <summary>How bytes are written: <c>output</c>.</summary>
internal enum OutputForm
{
    /// <summary>As they are.</summary>
    Raw,

    /// <summary>Hex digits, lower case: <c>hex</c>.</summary>
    LowerHex,

    /// <summary>Hex digits, upper case: <c>HEX</c>.</summary>
    UpperHex,

    /// <summary>Base64 with padding (RFC 4648 §4).</summary>
    Base64,

    /// <summary>Base64 for URLs without padding (RFC 4648 §5, RFC 7515 §2).</summary>
    Base64Url,
}
