namespace TokenFunctions.Http.Callers;

/// <summary>What a text that was sent as a key is, before anything is looked up.</summary>
public enum ApiKeyForm
{
    /// <summary>It does not begin as a caller's API key does.</summary>
    NotAKey,

    /// <summary>It begins as one, but a character of it is wrong, missing or too much.</summary>
    Damaged,

    /// <summary>It is one as this product makes them, for whatever caller.</summary>
    Whole,
}
