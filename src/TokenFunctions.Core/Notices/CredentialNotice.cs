using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Notices;

/// <summary>Words for what a token's row owes.</summary>
internal static class CredentialNotice
{
    /// <summary>The notice that the row owes.</summary>
    /// <param name="state">A row that owes one.</param>
    /// <param name="explain">The words for kinds of failures.</param>
    public static Notice Of(TokenState state, ExplainFailure explain) =>
        state.Notice.Owed == NoticeKind.CredentialWorks ? Working(state) : Failed(state, explain);

    /// <summary>The type of that notice.</summary>
    public static string TypeOf(NoticeKind owed) =>
        owed == NoticeKind.CredentialWorks ? Notice.Working : Notice.Failed;

    private static Notice Working(TokenState state) => new(
        Notice.Working, state.Key, At(state), "The credential works again: the provider issued a token.")
    {
        ExpiresAt = state.ExpiresAt,
    };

    private static Notice Failed(TokenState state, ExplainFailure explain)
    {
        var kind = state.Notice.Trouble ?? FailureKind.Rejected;
        var advice = explain(kind);
        // Another failure may have come since, such as a time-out after an operator's retry.
        var failure = state.Failure?.Kind == kind ? state.Failure : null;
        return new Notice(Notice.Failed, state.Key, At(state), failure?.Detail ?? advice.WhatToDo)
        {
            Code = advice.Code,
            UpstreamCode = failure?.UpstreamCode,
            WhatToDo = advice.WhatToDo,
        };
    }

    private static DateTimeOffset At(TokenState state) => state.Notice.At ?? default;
}
