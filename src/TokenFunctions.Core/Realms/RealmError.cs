namespace TokenFunctions.Realms;

/// <summary>One fault of a realm's config.</summary>
/// <param name="Pointer">Where it is: a JSON pointer (RFC 6901) from the request's body, such as
/// <c>/config/arguments/2/place</c>.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
public sealed record RealmError(string Pointer, string Message);
