namespace TokenFunctions.Fuzzing.Requests;

/// <summary>One request of a run.</summary>
/// <param name="Number">Its number in the run: with the seed it makes the request again.</param>
/// <param name="Route">The route that it began as, as <c>GET /api/realm</c>.</param>
/// <param name="Method">The method that it is sent with.</param>
/// <param name="Bytes">What is sent.</param>
/// <param name="Framing">Whether it is HTTP.</param>
internal sealed record FuzzRequest(int Number, string Route, string Method, byte[] Bytes, Framing Framing)
{
    /// <summary>Whether an answer has no body whatever its head says.</summary>
    public bool IsHead => Method == "HEAD";

    public override string ToString() => $"{Number} ({Route})";
}
