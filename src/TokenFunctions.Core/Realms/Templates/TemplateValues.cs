using System.Globalization;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Templates;

/// <summary>What the expressions of one attempt's templates stand for: the same values all
/// through the attempt.</summary>
internal sealed class TemplateValues(SecretFields secret, DateTimeOffset now)
{
    /// <summary>The credential.</summary>
    public SecretFields Secret => secret;

    /// <summary>The text that <paramref name="part"/> stands for; empty for a field that the
    /// secret does not have.</summary>
    public string Of(TemplatePart part) => part.Kind switch
    {
        TemplatePartKind.Field => secret.Find(part.Text)?.Reveal() ?? "",
        TemplatePartKind.Now => now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        TemplatePartKind.NowMs => now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        _ => part.Text,
    };
}
