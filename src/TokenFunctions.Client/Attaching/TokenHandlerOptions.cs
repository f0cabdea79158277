using TokenFunctions.Realms;
using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Attaching;

/// <summary>How a <see cref="TokenHandler"/> puts its token on requests, to whom, and when it repeats one.</summary>
public sealed record TokenHandlerOptions
{
    /// <summary>How the token is put on a request. Null = as the token's source says, and <c>Authorization: Bearer</c>
    /// where it does not. Its hosts and dead answers, where it has any, are used instead of the realm's.</summary>
    public AttachRule? Attach { get; set; }

    /// <summary>Puts the token on a request instead of <see cref="Attach"/>. It is given a copy of the caller's
    /// request, must not change where that goes, and must neither keep nor print the token.</summary>
    public Action<HttpRequestMessage, Token>? Put { get; set; }

    /// <summary>Where the token may go; empty = to the hosts that the realm names.</summary>
    /// <remarks>Each entry is <c>host</c>, <c>*.host</c> (all names below it, at any depth, but not itself),
    /// <c>host:port</c>, or one of these after <c>https://</c> or <c>http://</c>, such as <c>http://127.0.0.1:5000</c>.
    /// Without a scheme it is https. Without a port it is the scheme's usual port alone: behind another port of the
    /// same machine may be a program of somebody else.</remarks>
    public IList<string> Hosts { get; set; } = [];

    /// <summary>The least remaining life of a token that is put on a request; zero = any living token.</summary>
    public TimeSpan MinTtl { get; set; }

    /// <summary>Whether a request that was refused for its token is also repeated where its method is not idempotent
    /// (RFC 9110 §9.2.2), as POST and PATCH are not. <see cref="TokenRequestOptions.Repeat"/> says it for one
    /// request.</summary>
    public bool RepeatsUnsafe { get; set; }

    /// <summary>The most bytes of a content that cannot be read twice that are kept in memory so that it can; 64 KiB.
    /// Only contents of a known length are kept.</summary>
    public int BufferLimit { get; set; } = 64 * 1024;

    /// <summary>The most bytes of an answer's body that are looked at for a code that says that the token is dead;
    /// 16 KiB.</summary>
    public int PeekLimit { get; set; } = 16 * 1024;

    /// <summary>How many redirects are followed; the next one is given to the caller. 10.</summary>
    public int MaxRedirects { get; set; } = 10;

    /// <summary>Whether the innermost handler is known to follow no redirects. It has to be said of any but
    /// <see cref="SocketsHttpHandler"/> and <see cref="HttpClientHandler"/>, which are told to follow none: a handler
    /// that follows redirects by itself could carry the token anywhere.</summary>
    public bool TrustsInnerHandler { get; set; }

    /// <summary>The clock that the source's times are of; null = this machine's.</summary>
    public StoreClock? Clock { get; set; }
}
