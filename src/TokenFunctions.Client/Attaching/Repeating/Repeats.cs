namespace TokenFunctions.Client.Attaching.Repeating;

/// <summary>Whether a request that was refused may be sent again.</summary>
internal static class Repeats
{
    /// <summary>By what was said of the request, else by its method.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isUnsafe">Whether any method may be repeated.</param>
    public static bool AreWanted(HttpRequestMessage request, bool isUnsafe) =>
        request.Options.TryGetValue(TokenRequestOptions.Repeat, out var told)
            ? told
            : isUnsafe || IsIdempotent(request.Method);

    /// <summary>Whether sending it twice is the same as sending it once (RFC 9110 §9.2.2).</summary>
    public static bool IsIdempotent(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options
        || method == HttpMethod.Trace || method == HttpMethod.Put || method == HttpMethod.Delete;
}
