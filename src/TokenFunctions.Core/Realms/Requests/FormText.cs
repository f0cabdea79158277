namespace TokenFunctions.Realms.Requests;

/// <summary>The escaping of <c>application/x-www-form-urlencoded</c>: RFC 3986 percent-encoding with <c>+</c> for a
/// blank (RFC 6749 appendix B).</summary>
internal static class FormText
{
    /// <summary>Escapes a name or a value.</summary>
    public static string Escape(string text) =>
        Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
