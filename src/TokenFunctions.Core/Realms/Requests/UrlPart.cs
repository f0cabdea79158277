using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>A piece of a URL.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Part">The text or the expression; an empty text where an argument stands.</param>
internal readonly record struct UrlPart(UrlPlace Place, TemplatePart Part)
{
    /// <summary>The name of the argument that stands here as <c>{name}</c>; null = none.</summary>
    public string? Argument { get; init; }

    /// <summary>Whether it is text of the config, the same in every request.</summary>
    public bool IsLiteral => Argument is null && Part.IsLiteral;

    /// <summary>The piece for one attempt; null when the value would reach beyond its place.</summary>
    public string? Fill(AttemptScope scope, GivenArguments given)
    {
        var value = Argument is null ? scope.Of(Part).Text : given.InPath(Argument);
        if (IsLiteral) return value;
        return Place switch
        {
            UrlPlace.Base => UrlText.IsBase(value) ? value.TrimEnd('/') : null,
            UrlPlace.Authority => UrlText.IsAuthority(value) ? value : null,
            _ => Uri.EscapeDataString(value),
        };
    }
}
