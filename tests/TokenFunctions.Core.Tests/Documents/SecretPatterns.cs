using System.Text.RegularExpressions;

namespace TokenFunctions.Core.Tests.Documents;

/// <summary>What looks like a real key.</summary>
internal static partial class SecretPatterns
{
    /// <summary>Everything in a text that looks like one.</summary>
    public static IEnumerable<string> In(string text) =>
        ((Regex[])[PrivateKey(), KeyOfOurs(), KeyOfOthers(), Setting(), Jwt()])
            .SelectMany(pattern => pattern.Matches(text))
            .Select(m => m.Groups["secret"].Value);

    // A PEM block with content, in a file or in a JSON text: of its content the first line tells it from others.
    [GeneratedRegex(
        """-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----(\\n|\\r|[\s"+])*(?<secret>[A-Za-z0-9+/=]{16,})""",
        RegexOptions.ExplicitCapture,
        10_000)]
    private static partial Regex PrivateKey();

    [GeneratedRegex("(?<secret>tfk_[A-Za-z0-9][A-Za-z0-9._@-]{0,127}_[0-9A-Za-z]{49})", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex KeyOfOurs();

    // By the prefixes that their makers gave them for this purpose.
    [GeneratedRegex(
        @"\b(?<secret>AKIA[0-9A-Z]{16}|LTAI[A-Za-z0-9]{16,}|gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{22,}|xox[abprs]-[A-Za-z0-9-]{10,}"
        + @"|AIza[0-9A-Za-z_-]{35}|GOCSPX-[A-Za-z0-9_-]{20,}|sk_live_\w{16,}|whsec_[A-Za-z0-9+/=]{24,}|AccountKey=[A-Za-z0-9+/]{40,}=*)",
        RegexOptions.ExplicitCapture,
        10_000)]
    private static partial Regex KeyOfOthers();

    [GeneratedRegex(
        @"TokenFunctions__(AdminKey|SealingKey|OlderSealingKeys|WebhookKey|Apply__ApiKey|Apply__FunctionKey)""?\s*[=:]\s*""?(?<secret>[A-Za-z0-9+/=_-]{20,})",
        RegexOptions.ExplicitCapture,
        10_000)]
    private static partial Regex Setting();

    [GeneratedRegex(
        @"\b(?<secret>eyJ[A-Za-z0-9_-]{16,}\.eyJ[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{40,})",
        RegexOptions.ExplicitCapture,
        10_000)]
    private static partial Regex Jwt();
}
