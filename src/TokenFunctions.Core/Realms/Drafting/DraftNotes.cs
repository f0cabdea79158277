namespace TokenFunctions.Realms.Drafting;

/// <summary>What was guessed and what to check, in sentences, each once. They hold names, never values.</summary>
internal sealed class DraftNotes
{
    private readonly List<string> sentences = [];

    /// <summary>The sentences in order.</summary>
    public IReadOnlyList<string> Sentences => sentences;

    /// <summary>Adds a sentence.</summary>
    public void Add(string sentence)
    {
        if (!sentences.Contains(sentence, StringComparer.Ordinal)) sentences.Add(sentence);
    }
}
