namespace TokenFunctions.Realms.Templates;

/// <summary>Draws a random text, so that a test can own chance.</summary>
/// <param name="kind">What the text is made of.</param>
/// <param name="length">How many characters; of no meaning for a UUID.</param>
internal delegate string DrawRandom(RandomKind kind, int length);
