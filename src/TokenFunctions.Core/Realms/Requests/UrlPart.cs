using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>A piece of a URL before its query.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Part">The text or the expression.</param>
internal readonly record struct UrlPart(UrlPlace Place, TemplatePart Part);
