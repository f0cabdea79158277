namespace TokenFunctions.Realms.Drafting.Answers;

/// <summary>Says what was guessed about the provider's answers.</summary>
internal sealed class AnswerNotes(DraftNotes notes)
{
    /// <summary>Adds the sentences.</summary>
    /// <param name="hasSample">Whether a usable sample was given.</param>
    /// <param name="token">The token that was found in it.</param>
    /// <param name="expiry">What tells its life.</param>
    /// <param name="isRefusal">Whether the sample is a refusal.</param>
    public void Add(bool hasSample, AnswerLeaf? token, ExpiryGuess expiry, bool isRefusal)
    {
        const string assumed =
            "the token is assumed at `access_token` and its life in seconds at `expires_in`; check both.";
        if (!hasSample) notes.Add("No usable sample answer was given: " + assumed);
        else if (token is null) notes.Add("No token was found in the sample answer: " + assumed);
        if (isRefusal) notes.Add("The sample answer looks like a refusal; what a success looks like was guessed.");
        if (token is null) return;
        if (token.Path.Length > 0 && !IsReachable(token))
            notes.Add("A name on the way to the token has a dot or is empty; check `token_path`.");
        notes.Add($"The token is taken from {(token.Path.Length == 0 ? "the whole answer" : $"`{token.Path}`")}.");
        if (Sentence(expiry) is { } sentence) notes.Add(sentence);
    }

    // A dot at the end of a name cannot be told from a step of the path.
    private static bool IsReachable(AnswerLeaf token) => !token.Path.Split('.').Contains("", StringComparer.Ordinal);

    private static string? Sentence(ExpiryGuess expiry) => expiry.Kind switch
    {
        ExpiryKind.Duration when expiry.Form == "s" =>
            $"`{expiry.Path}` is taken for the life of the token in seconds.",
        ExpiryKind.Duration when expiry.Form == "ms" =>
            $"`{expiry.Path}` is too large for seconds and is taken for milliseconds.",
        ExpiryKind.Duration => $"`{expiry.Path}` is taken for the life of the token in minutes.",
        ExpiryKind.Moment when expiry.Form.StartsWith('%') && !expiry.Form.EndsWith("%z", StringComparison.Ordinal) =>
            $"`{expiry.Path}` is a date without a time zone; it is read as UTC. Check that the provider means that.",
        ExpiryKind.Moment => $"`{expiry.Path}` is taken for the moment at which the token ends (`{expiry.Form}`).",
        ExpiryKind.InJwt => "The token is a JWT that names its own end; that is taken.",
        _ => "The sample answer does not tell how long the token lives; `response.default_ttl_sec` assumes one hour.",
    };
}
