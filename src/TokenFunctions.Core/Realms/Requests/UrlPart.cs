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
        var value = Value(scope, given);
        if (IsLiteral) return value;
        return Place switch
        {
            UrlPlace.Authority => UrlText.IsAuthority(value) ? value : null,
            _ => Uri.EscapeDataString(value),
        };
    }

    /// <summary>The value that a url begins with; null when it is no url.</summary>
    /// <param name="scope">The attempt.</param>
    /// <param name="given">Its arguments.</param>
    /// <param name="isWhole">Whether it may have a query, since nothing of the config follows.</param>
    public string? FillBase(AttemptScope scope, GivenArguments given, bool isWhole) =>
        Value(scope, given) is var value && UrlText.IsBase(value, isWhole) ? value : null;

    private string Value(AttemptScope scope, GivenArguments given) =>
        Argument is null ? scope.Of(Part).Text : given.InPath(Argument);
}
