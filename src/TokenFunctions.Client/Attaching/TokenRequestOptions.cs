namespace TokenFunctions.Client.Attaching;

/// <summary>What may be said of one request, in its <see cref="HttpRequestMessage.Options"/>.</summary>
public static class TokenRequestOptions
{
    /// <summary>Whether the request is repeated once when it is refused for its token: true = whatever its method is;
    /// false = never. It still is not where its content cannot be sent twice.</summary>
    public static readonly HttpRequestOptionsKey<bool> Repeat = new("TokenFunctions.Repeat");

    // What follows redirects must be one handler: an inner one does not know what the outer one's token is.
    internal static readonly HttpRequestOptionsKey<bool> IsFollowed = new("TokenFunctions.IsFollowed");
}
