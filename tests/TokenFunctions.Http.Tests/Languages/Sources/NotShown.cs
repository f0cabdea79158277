namespace TokenFunctions.Http.Tests.Languages.Sources;

/// <summary>Texts of the scanned code that nobody reads in an answer's words: parts of requests, formats, and names that are the same in
/// every language.</summary>
internal static class NotShown
{
    public static readonly IReadOnlySet<string> Texts = new HashSet<string>
    {
        " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{{|}}~",
        "%Y-%m-%d %H:%M:%S",
        "Basic {0}",
        "Bearer ",
        "Bearer {0}",
        "HTTP {0}",
        "Key Vault Secrets Officer",
        "Key Vault Secrets User",
        "User-Agent: {0}",
        "admin key",
        "any requester",
        "application/json, application/problem+json",
        "application/json; charset=utf-8",
        "application/problem+json; charset=utf-8",
        "application/xml, text/xml",
        "function key",
        "text/plain; charset=utf-8",
        "this machine",
        "yyyy-MM-dd HH:mm:ss",
        "{0} {1}.",
        "{0} ({1} characters)",
        "{0} Credential={1}/{2}, SignedHeaders={3}, Signature={4}",
        "{0} and {1}",
        "{0} or {1}",
        "{0} since {1}",
        "{0}, response.max_ttl_sec",
    };

    /// <summary>Whether it is one of them, or the usual config of code of one's own.</summary>
    public static bool Has(string template) => Texts.Contains(template) || template.StartsWith("{{\n", StringComparison.Ordinal);
}
