namespace TokenFunctions.Http.Tests.Languages.Sources;

/// <summary>A text that the code writes.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Template">The text as the text book has it: what the code puts in as {0}, {1}…, braces doubled.</param>
internal sealed record SourceText(string File, int Line, string Template)
{
    /// <summary>Whether it is said to people: names and formats have no blank in them.</summary>
    public bool IsProse => Template.Contains(' ') && (Template.Any(char.IsAsciiLetter) || Template.EndsWith('.'));

    public override string ToString() => $"{File}:{Line}: {Template}";
}
