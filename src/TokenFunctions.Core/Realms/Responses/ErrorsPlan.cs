using TokenFunctions.Realms.Paths;

namespace TokenFunctions.Realms.Responses;

/// <summary>How a refusal is understood: the realm's <c>errors</c>.</summary>
internal sealed class ErrorsPlan
{
    // Success is 0 where it is said at all; the errcode of a success must not hide a missing token.
    private const string NoError = "0";

    /// <summary>Where the provider's code is.</summary>
    public PathList Code { get; init; } = PathList.Of("error", "errcode", "code", "error_code");

    /// <summary>Where the provider's message is.</summary>
    public PathList Message { get; init; } =
        PathList.Of("error_description", "errmsg", "msg", "message", "error_msg");

    /// <summary>What codes, statuses and messages mean; the first rule that matches counts.</summary>
    public IReadOnlyList<ErrorRule> Rules { get; init; } = [];

    /// <summary>The code of an answer; null when it has none.</summary>
    public FoundText? CodeOf(AnswerBody body) => Code.Find(body, text => text != NoError);

    /// <summary>The message of an answer; empty when it has none.</summary>
    public string MessageOf(AnswerBody body) => Message.Find(body)?.Text ?? "";

    /// <summary>What a refusal means.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The provider's code; null = none.</param>
    /// <param name="message">The provider's message.</param>
    public FailureClass ClassOf(int status, string? code, string message) =>
        Rules.FirstOrDefault(rule => rule.Matches(status, code, message))?.ClassFor(status, code)
        ?? FailureClass.Usual(status, code);
}
