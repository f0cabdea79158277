using System.Runtime.CompilerServices;

namespace TokenFunctions.Client.Attaching.Redirects;

/// <summary>Whether the handlers below followed redirects before they were told to follow none.</summary>
/// <remarks>They would carry the token to wherever an answer leads: only an <c>Authorization</c> header is dropped on
/// the way, by some of them.</remarks>
internal sealed class InnerRedirects
{
    private static readonly Lock Gate = new();
    private static readonly ConditionalWeakTable<HttpMessageHandler, InnerRedirects> Known = [];

    private InnerRedirects(bool areFollowed) => AreFollowed = areFollowed;

    /// <summary>Whether redirects are wanted: the innermost handler followed them.</summary>
    public bool AreFollowed { get; }

    /// <summary>Makes sure that the handlers below follow none.</summary>
    /// <param name="inner">The next handler.</param>
    /// <param name="isTrusted">Whether a handler of an unknown kind follows none.</param>
    /// <exception cref="InvalidOperationException">They may follow redirects, and cannot be told not to.</exception>
    public static InnerRedirects TurnOff(HttpMessageHandler? inner, bool isTrusted)
    {
        while (inner is DelegatingHandler between) inner = between.InnerHandler;
        if (inner is null) throw new InvalidOperationException("A TokenHandler needs an InnerHandler; set it.");
        // Handlers may share an innermost one; each has to know how it was before the first of them came.
        lock (Gate)
        {
            if (Known.TryGetValue(inner, out var known)) return known;
            // Who trusts it does so for himself only.
            if (inner is not (SocketsHttpHandler or HttpClientHandler))
                return isTrusted ? new InnerRedirects(true) : throw Unknown(inner);
            var redirects = new InnerRedirects(TurnOffIn(inner));
            Known.Add(inner, redirects);
            return redirects;
        }
    }

    private static InvalidOperationException Unknown(HttpMessageHandler innermost) => new(
        $"A {innermost.GetType().Name} may follow redirects by itself and carry the token anywhere. "
        + $"If it does not, set {nameof(TokenHandlerOptions.TrustsInnerHandler)}.");

    private static bool TurnOffIn(HttpMessageHandler innermost)
    {
        try
        {
            switch (innermost)
            {
                case SocketsHttpHandler sockets:
                    if (!sockets.AllowAutoRedirect) return false;
                    sockets.AllowAutoRedirect = false;
                    return true;
                case HttpClientHandler client:
                    if (!client.AllowAutoRedirect) return false;
                    client.AllowAutoRedirect = false;
                    return true;
                default:
                    throw Unknown(innermost);
            }
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException(
                $"The {innermost.GetType().Name} was in use before the TokenHandler and follows redirects by itself, "
                + "which would carry the token anywhere. Give the TokenHandler a handler of its own, or set "
                + "AllowAutoRedirect of this one to false before its first use.",
                e);
        }
    }
}
