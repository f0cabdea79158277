namespace TokenFunctions.Realms.Drafting.Answers;

/// <summary>How an answer tells the life of a token.</summary>
internal enum ExpiryKind
{
    /// <summary>A length of time: <c>expires_in_path</c>.</summary>
    Duration,

    /// <summary>A moment: <c>response.expires_at_path</c>.</summary>
    Moment,

    /// <summary>In the token itself: <c>response.expires_from_jwt</c>.</summary>
    InJwt,

    /// <summary>Not at all: <c>response.default_ttl_sec</c>.</summary>
    Absent,
}
