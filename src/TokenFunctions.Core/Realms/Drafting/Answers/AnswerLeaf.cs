namespace TokenFunctions.Realms.Drafting.Answers;

/// <summary>One value of a sample answer.</summary>
/// <param name="Path">Its path, as a realm writes it.</param>
/// <param name="Name">Its own name, lower case, letters and digits only.</param>
/// <param name="Text">The value.</param>
/// <param name="IsText">Whether it is a text that is no number.</param>
internal sealed record AnswerLeaf(string Path, string Name, string Text, bool IsText)
{
    /// <summary>How many names lead to it.</summary>
    public int Depth => Path.Count(c => c == '.');

    /// <summary>The path of what it is in, with the dot; empty at the top.</summary>
    public string Parent => Path[..(Path.LastIndexOf('.') + 1)];

    /// <summary>The path alone: the value may be a token.</summary>
    public override string ToString() => Path;
}
