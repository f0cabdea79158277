using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>How a request is authorized: the realm's <c>auth</c>.</summary>
internal interface IRequestAuth
{
    /// <summary>The headers that it sets; no argument may set them beside it.</summary>
    IReadOnlyList<string> HeaderNames { get; }

    /// <summary>The texts and expressions that it is made of.</summary>
    IEnumerable<TemplatePart> Parts { get; }

    /// <summary>Puts its headers on the draft, which holds all else that the realm sets.</summary>
    /// <returns>What must not be shown should the provider echo it.</returns>
    string Authorize(RequestDraft draft, AttemptScope scope);
}
