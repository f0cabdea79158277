using System.Buffers.Text;
using TokenFunctions.Realms.Paths;

namespace TokenFunctions.Realms.Responses;

/// <summary>Reads the end of a JWT (RFC 7519 §4.1.4). Its signature is the business of whoever the token is for.</summary>
internal static class JwtExpiry
{
    private static readonly PathList Exp = PathList.Of("exp");

    /// <summary>The instant of <c>exp</c>; null when the text is no JWT or has none.</summary>
    public static DateTimeOffset? Read(string token)
    {
        var parts = token.Split('.');
        if (parts.Length < 2 || !Base64Url.IsValid(parts[1])) return null;
        var claims = AnswerBody.Parse(Base64Url.DecodeFromChars(parts[1]), AnswerHeaders.None);
        return Exp.Find(claims) is { } exp ? InstantFormat.Unix.Read(exp.Text) : null;
    }
}
