namespace TokenFunctions.Realms.Drafting.Guesses;

/// <summary>Where in a request a value stands.</summary>
internal enum GivenPlace
{
    /// <summary>In the host or the path.</summary>
    Address,

    /// <summary>In the query.</summary>
    Query,

    /// <summary>In a header.</summary>
    Header,

    /// <summary>In a cookie.</summary>
    Cookie,

    /// <summary>In a form body.</summary>
    Form,

    /// <summary>In a JSON body.</summary>
    Json,

    /// <summary>In an XML body.</summary>
    Xml,

    /// <summary>A whole body.</summary>
    Body,

    /// <summary>In an option of curl.</summary>
    Option,
}
