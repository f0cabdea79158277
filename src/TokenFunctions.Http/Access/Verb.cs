namespace TokenFunctions.Http.Access;

/// <summary>What may be done with a token or with what it is made from. None of them includes another.</summary>
public enum Verb
{
    /// <summary>Get the token, and report that it is dead.</summary>
    Read,

    /// <summary>Have the token renewed although it lives (<c>flush=true</c>); needs <see cref="Read"/> too.</summary>
    Flush,

    /// <summary>See how the token stands; never its value.</summary>
    Status,

    /// <summary>Push the values that a provider sends, such as WeCom's suite ticket.</summary>
    Input,

    /// <summary>Change realms and secrets, and end a remembered failure. With the whole service: callers, audit,
    /// sealing, export and import.</summary>
    Admin,
}
