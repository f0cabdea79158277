namespace TokenFunctions.Realms.Drafting.Requests;

/// <summary>How a body is written.</summary>
internal enum BodyKind
{
    /// <summary>There is none.</summary>
    None,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>XML.</summary>
    Xml,

    /// <summary>Something else, taken as one text.</summary>
    Text,
}
