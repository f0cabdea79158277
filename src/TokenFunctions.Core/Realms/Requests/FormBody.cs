using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>A body of form fields. A blank is written <c>%20</c>: every reader of forms knows it, and signatures over
/// the body want no other form.</summary>
/// <param name="Written">The fields that <c>body</c> writes out as one text.</param>
internal sealed record FormBody(IReadOnlyList<UrlPair> Written) : IRequestBody
{
    /// <inheritdoc/>
    public string MediaType => "application/x-www-form-urlencoded";

    /// <inheritdoc/>
    public IEnumerable<TemplatePart> Parts => Written.SelectMany(pair => pair.Parts).Select(part => part.Part);

    /// <inheritdoc/>
    public BodyBytes Fill(AttemptScope scope, GivenArguments given) =>
        BodyBytes.Of(UrlPair.Join(Written, ArgumentPlace.Body, scope, given));
}
