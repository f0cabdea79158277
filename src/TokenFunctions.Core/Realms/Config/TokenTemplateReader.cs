using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>response.token_template</c>.</summary>
internal static class TokenTemplateReader
{
    /// <summary>The template; null when the member is absent or wrong.</summary>
    /// <param name="response">The <c>response</c>; null = there is none.</param>
    /// <param name="hasAnswer">Whether <c>${response.…}</c> stands for anything.</param>
    public static TokenTemplate? Read(ConfigObject? response, bool hasAnswer)
    {
        if (response?.Find("token_template") is not { } given) return null;
        var names = response.Check.Names;
        names.AllowsResponse = hasAnswer;
        var template = JsonTemplateReader.Read(given, response.At("token_template"), response.Check);
        names.AllowsResponse = false;
        return template is null ? null : new TokenTemplate(template);
    }
}
