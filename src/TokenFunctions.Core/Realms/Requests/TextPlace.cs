namespace TokenFunctions.Realms.Requests;

/// <summary>Where in a body's text a piece stands; decides how a value is made harmless there.</summary>
internal enum TextPlace
{
    /// <summary>In plain text, where nothing has a meaning.</summary>
    Plain,

    /// <summary>Within the quotes of a JSON string.</summary>
    JsonString,

    /// <summary>Where a JSON value stands.</summary>
    JsonValue,

    /// <summary>In the text or in an attribute of an XML element.</summary>
    Xml,
}
