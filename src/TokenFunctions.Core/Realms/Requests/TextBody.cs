using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Requests;

/// <summary>A body that <c>body</c> writes out as one text; values are escaped for where they stand, so that none can
/// add a member or an element.</summary>
/// <param name="MediaType">Its <c>Content-Type</c>.</param>
/// <param name="Pieces">The text.</param>
internal sealed record TextBody(string MediaType, IReadOnlyList<TextPart> Pieces) : IRequestBody
{
    /// <inheritdoc/>
    public IEnumerable<TemplatePart> Parts => Pieces.Select(piece => piece.Part);

    /// <inheritdoc/>
    public BodyBytes Fill(AttemptScope scope, GivenArguments given)
    {
        var text = "";
        foreach (var piece in Pieces)
        {
            if (piece.Fill(scope) is not { } filled) return BodyBytes.Failed(FaultAt(piece));
            text += filled;
        }
        return BodyBytes.Of(text);
    }

    private static string FaultAt(TextPart piece)
    {
        var what = $"The value of `{MissingValues.NameOf(piece.Part)}` in `body` ";
        return piece.Place == TextPlace.Xml
            ? what + "holds characters that XML cannot carry."
            : what + "is no JSON; put quotes around the expression.";
    }
}
