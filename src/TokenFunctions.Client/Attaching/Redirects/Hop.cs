namespace TokenFunctions.Client.Attaching.Redirects;

/// <summary>One request on the way that redirects lead.</summary>
/// <param name="Method">The method.</param>
/// <param name="Address">Where it goes, absolute, without a token.</param>
/// <param name="Content">What it carries; null = nothing.</param>
/// <param name="Number">How many redirects were followed before; 0 = it goes where the caller said.</param>
internal sealed record Hop(HttpMethod Method, Uri Address, HttpContent? Content, int Number)
{
    /// <summary>Where it goes, without the path: that may hold what is confidential.</summary>
    public override string ToString() => $"{Method} {Address.Host}";
}
