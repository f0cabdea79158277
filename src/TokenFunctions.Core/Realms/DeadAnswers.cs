using TokenFunctions.Realms.Paths;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms;

/// <summary>Tells the answers of the provider's API that say that the token is dead: 401, and those of a realm's
/// <c>attach.dead</c>.</summary>
public sealed class DeadAnswers
{
    private readonly IReadOnlyList<DeadRule> rules;
    private readonly ErrorsPlan errors;

    /// <summary>By the rules of <paramref name="rule"/>.</summary>
    /// <param name="rule">How the realm's token is attached; without <see cref="AttachRule.Dead"/> only 401
    /// counts.</param>
    public DeadAnswers(AttachRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        rules = rule.Dead;
        errors = new() { Code = PathList.Of([.. rule.CodePaths]) };
        ReadsText = rule.CodePaths.Contains("", StringComparer.Ordinal);
        ReadsItems = rule.CodePaths.Any(path => path.Length > 0 && char.IsAsciiDigit(path[0]));
    }

    /// <summary>Whether the code may be the whole body, so that a body without structure has to be read to its
    /// end.</summary>
    public bool ReadsText { get; }

    /// <summary>Whether the code may be within an item of a JSON array; else a body that is an array holds none, and
    /// need not be read.</summary>
    public bool ReadsItems { get; }

    /// <summary>Whether the status alone says it: 401 always does (RFC 9110 §15.5.2).</summary>
    /// <param name="status">The HTTP status.</param>
    public bool IsDead(int status) =>
        status == 401 || rules.Any(rule => rule.Codes is null && Matches(rule, status));

    /// <summary>Whether it depends on the answer's code.</summary>
    /// <param name="status">The HTTP status.</param>
    public bool NeedsCode(int status) => rules.Any(rule => rule.Codes is not null && Matches(rule, status));

    /// <summary>Whether the code of the answer says it.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="headers">Name and value of each header line.</param>
    /// <param name="body">The body, JSON or XML in UTF-8; what is neither, or not whole, holds no code.</param>
    public bool IsDead(
        int status, IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body)
    {
        var format = body.Span.TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'<', ..] ? BodyFormat.Xml : BodyFormat.Json;
        var code = errors.CodeOf(AnswerBody.Parse(body, new(headers), format))?.Text;
        return code is not null
            && rules.Any(rule => Matches(rule, status) && rule.Codes?.Contains(code, StringComparer.Ordinal) == true);
    }

    private static bool Matches(DeadRule rule, int status) => rule.Statuses?.Contains(status) ?? true;
}
