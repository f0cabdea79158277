namespace TokenFunctions.Realms.Paths;

/// <summary>A text of the answer and where it was.</summary>
/// <param name="Path">The path that found it.</param>
/// <param name="Text">The text; it may be a secret.</param>
internal sealed record FoundText(ValuePath Path, string Text)
{
    /// <summary>The path, never the text.</summary>
    public override string ToString() => Path.Text;
}
