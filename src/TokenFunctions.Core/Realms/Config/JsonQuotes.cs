namespace TokenFunctions.Realms.Config;

/// <summary>Follows a JSON text and knows whether a string is open where the reading stands.</summary>
internal sealed class JsonQuotes
{
    private bool isEscaped;

    /// <summary>Whether a string is open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Reads on.</summary>
    public void Read(string text)
    {
        foreach (var c in text)
        {
            if (c == '"' && !isEscaped) IsOpen = !IsOpen;
            isEscaped = IsOpen && c == '\\' && !isEscaped;
        }
    }
}
