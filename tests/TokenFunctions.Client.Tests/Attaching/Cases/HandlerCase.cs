using TokenFunctions.Client.Attaching;
using TokenFunctions.Client.Tests.Attaching.Doubles;
using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Attaching.Cases;

/// <summary>One request, what the API answers, and the traffic that has to follow.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Request">Method and path.</param>
/// <param name="Traffic">Each request that the API has to see, in order.</param>
internal sealed record HandlerCase(string Name, string Request, params string[] Traffic)
{
    public Func<HttpContent?> Content { get; init; } = static () => null;

    /// <summary>What the realm says.</summary>
    public AttachRule? Told { get; init; }

    public Action<TokenHandlerOptions> Set { get; init; } = static _ => { };

    public Action<HttpRequestMessage> Say { get; init; } = static _ => { };

    /// <summary>The API's answers in order, the last one again and again.</summary>
    public ApiAnswer[] Answers { get; init; } = [new(200, """{"ok":true}""")];

    public int Status { get; init; } = 200;

    /// <summary>Whether the answer that the caller gets says that its token is dead.</summary>
    public bool IsRefused { get; init; }

    public bool IsRepeated { get; init; }

    /// <summary>How many reports the source gets.</summary>
    public int Reports { get; init; }

    public TokenFailure? RenewalFailure { get; init; }

    public bool NeverRenews { get; init; }

    public string? FailureCode { get; init; }

    /// <summary>Refused once, and repeated.</summary>
    public HandlerCase Repeated() => this with { Reports = 1, IsRepeated = true };

    /// <summary>Refused, reported, and given to the caller.</summary>
    public HandlerCase Refused(int status = 401) =>
        this with { Reports = 1, IsRefused = true, Status = status };
}
