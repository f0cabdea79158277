namespace TokenFunctions.Realms.Responses;

/// <summary>What an answer's body is written in: <c>response.format</c>.</summary>
internal enum BodyFormat
{
    /// <summary>JSON (RFC 8259).</summary>
    Json,

    /// <summary>Names and values of a form (WHATWG URL §5.1).</summary>
    Form,

    /// <summary>XML 1.0.</summary>
    Xml,

    /// <summary>Text without structure.</summary>
    Text,
}
