namespace TokenFunctions.Realms.Trials;

/// <summary>A text or a number inside an answer.</summary>
/// <param name="Name">The nearest member's name; empty = there is none.</param>
/// <param name="Text">The text; it may be a secret.</param>
internal sealed record AnswerLeaf(string Name, string Text)
{
    /// <summary>The name, never the text.</summary>
    public override string ToString() => Name;
}
