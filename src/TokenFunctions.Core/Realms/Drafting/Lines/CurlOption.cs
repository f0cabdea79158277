namespace TokenFunctions.Realms.Drafting.Lines;

/// <summary>What an option of curl means to a draft.</summary>
internal enum CurlOption
{
    /// <summary>Says nothing about the request; has no value.</summary>
    Flag,

    /// <summary>Says nothing about the request; has a value.</summary>
    Skipped,

    /// <summary>Changes the request in a way that no realm can; has no value.</summary>
    LostFlag,

    /// <summary>Changes the request in a way that no realm can; has a value.</summary>
    Lost,

    /// <summary>The address.</summary>
    Url,

    /// <summary>The method.</summary>
    Method,

    /// <summary>A header.</summary>
    Header,

    /// <summary>Body data; <c>@</c> at its start names a file.</summary>
    Data,

    /// <summary>Body data, taken as it stands.</summary>
    DataRaw,

    /// <summary>Body data that curl escapes.</summary>
    DataUrlencode,

    /// <summary>A JSON body with the headers for it.</summary>
    Json,

    /// <summary>A part of a multipart form.</summary>
    Form,

    /// <summary>Data goes to the query.</summary>
    Get,

    /// <summary>Name and password.</summary>
    User,

    /// <summary>A bearer token.</summary>
    Bearer,

    /// <summary>The header <c>User-Agent</c>.</summary>
    UserAgent,

    /// <summary>Cookies, or a file of them.</summary>
    Cookie,

    /// <summary>A client certificate.</summary>
    Cert,

    /// <summary>The certificate's private key.</summary>
    Key,

    /// <summary>The key's pass phrase.</summary>
    Pass,

    /// <summary>The provider's own certificate authority.</summary>
    Ca,

    /// <summary>Certificates are not checked.</summary>
    Insecure,

    /// <summary>Another request follows.</summary>
    Next,
}
