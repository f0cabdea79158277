namespace TokenFunctions.Console.Tests.Browsing;

/// <summary>A request of the page and its answer.</summary>
internal sealed record Exchange(string Method, Uri Address)
{
    /// <summary>The headers of the request.</summary>
    public string Sent { get; init; } = "";

    public string SentBody { get; init; } = "";

    /// <summary>0 = there was no answer.</summary>
    public int Status { get; init; }

    /// <summary>The headers of the answer.</summary>
    public string Got { get; init; } = "";

    public string GotBody { get; init; } = "";

    /// <summary>The size of the answer's body as it came over the wire.</summary>
    public int Bytes { get; init; }

    public string Path => Address.AbsolutePath;

    public override string ToString() => $"{Method} {Path} {Status}";
}
