namespace TokenFunctions.Realms.Requests;

/// <summary>The escaping of RFC 6749 appendix B, which credentials for HTTP Basic may want: RFC 3986 percent-encoding
/// with <c>+</c> for a blank.</summary>
internal static class FormText
{
    /// <summary>Escapes a name or a value.</summary>
    public static string Escape(string text) =>
        Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
