namespace TokenFunctions.Realms.Drafting.Guesses;

/// <summary>One value of a request.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Path">Its name with what it is in, as people would write it: <c>auth.user.name</c>.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Text">The value, plain.</param>
internal sealed record Given(GivenPlace Place, string Path, string Name, string Text)
{
    /// <summary>Where it stands, in words.</summary>
    public string From => Place switch
    {
        GivenPlace.Address => "the address",
        GivenPlace.Query => $"query parameter `{Path}`",
        GivenPlace.Header => $"header `{Path}`",
        GivenPlace.Cookie => $"cookie `{Path}`",
        GivenPlace.Form => $"form field `{Path}`",
        GivenPlace.Json => $"JSON member `{Path}`",
        GivenPlace.Xml => $"XML element `{Path}`",
        GivenPlace.Body => "the body",
        _ => $"option `{Path}`",
    };

    /// <summary>The place alone: the value may be confidential.</summary>
    public override string ToString() => From;
}
