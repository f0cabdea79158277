using TokenFunctions.Realms.Drafting.Guesses;

namespace TokenFunctions.Realms.Drafting.Answers;

/// <summary>Finds the token in a sample answer.</summary>
internal static class TokenGuess
{
    /// <summary>The value that is most like a token, the outer one of equals; null = none is.</summary>
    public static AnswerLeaf? Find(IEnumerable<AnswerLeaf> leaves) =>
        leaves.Where(leaf => leaf is { IsText: true } or { Text.Length: > 20 })
            .Select(leaf => (Leaf: leaf, Weight: Weight(leaf))).Where(found => found.Weight > 0)
            .OrderByDescending(found => found.Weight).FirstOrDefault().Leaf;

    private static int Weight(AnswerLeaf leaf) => leaf.Name switch
    {
        "" => 0,
        "accesstoken" => 9,
        _ when leaf.Name.Contains("refresh", StringComparison.Ordinal) => 0,
        _ when Ends(leaf, "accesstoken") => 8,
        "token" or "authtoken" => 7,
        "idtoken" => 1,
        _ when Ends(leaf, "token") => 6,
        "ticket" or "sessionid" or "sid" or "jwt" or "bearer" or "securitytoken" => 5,
        _ when Ends(leaf, "ticket") || Ends(leaf, "sessionid") => 4,
        _ when ValueShape.IsJwt(leaf.Text) => 3,
        _ => 0,
    };

    private static bool Ends(AnswerLeaf leaf, string word) => leaf.Name.EndsWith(word, StringComparison.Ordinal);
}
