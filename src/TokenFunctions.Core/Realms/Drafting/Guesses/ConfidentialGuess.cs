namespace TokenFunctions.Realms.Drafting.Guesses;

/// <summary>Guesses what a value is from its name and its look. In doubt it is confidential: a literal that somebody
/// has to put back is a smaller harm than a secret in a config.</summary>
internal static class ConfidentialGuess
{
    // Flags and small limits have few digits; PINs have names.
    private const int MostDigitsOfConstant = 5;

    /// <summary>The guess for a value.</summary>
    public static ValueGuess Of(Given given)
    {
        var name = NameWords.Plain(FieldWords.Telling(given));
        if (given.Text.Length == 0) return ValueGuess.Constant;
        if (ValueShape.IsCredential(given.Text) || given.Place == GivenPlace.Cookie) return ValueGuess.Secret;
        if (ValueShape.IsPlaceholder(given.Text)) return ByName(name);
        if (NameWords.IsProtocol(name) && ValueShape.IsProtocolWord(given.Text)) return ValueGuess.Constant;
        return OfPlain(name, given.Text);
    }

    private static ValueGuess OfPlain(string name, string text)
    {
        var isNumber = text.All(char.IsAsciiDigit);
        if (NameWords.IsMoment(name) && isNumber && text.Length is 10 or 13)
            return text.Length == 10 ? ValueGuess.Moment : ValueGuess.MomentMs;
        if (NameWords.IsSecret(name)) return ValueGuess.Secret;
        if (NameWords.IsRange(name) || IsFlag(text)) return ValueGuess.Constant;
        if (isNumber) return text.Length <= MostDigitsOfConstant ? ValueGuess.Constant : ValueGuess.Identifier;
        if (NameWords.IsConstant(name) && !ValueShape.IsRandom(text)) return ValueGuess.Constant;
        return ByName(name);
    }

    private static ValueGuess ByName(string name)
    {
        if (NameWords.IsSecret(name)) return ValueGuess.Secret;
        var isOpen = NameWords.IsIdentifier(name) || NameWords.IsRange(name) || NameWords.IsConstant(name);
        return isOpen ? ValueGuess.Identifier : ValueGuess.Unknown;
    }

    private static bool IsFlag(string text) =>
        string.Equals(text, "true", StringComparison.OrdinalIgnoreCase)
        || string.Equals(text, "false", StringComparison.OrdinalIgnoreCase);
}
