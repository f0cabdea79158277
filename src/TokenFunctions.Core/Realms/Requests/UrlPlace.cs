namespace TokenFunctions.Realms.Requests;

/// <summary>Where in a URL a piece stands; decides how a value is made harmless there.</summary>
internal enum UrlPlace
{
    /// <summary>At the very start: scheme and host, perhaps a path.</summary>
    Base,

    /// <summary>In host or port.</summary>
    Authority,

    /// <summary>In the path.</summary>
    Path,

    /// <summary>In the query, or in a form body, which is written the same way.</summary>
    Query,
}
