using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Responses;

/// <summary>Makes a failure of an answer without a token.</summary>
/// <param name="plan">How refusals are understood.</param>
/// <param name="mask">Takes the secrets out of what is told.</param>
/// <param name="answer">The answer.</param>
/// <param name="body">Its body.</param>
internal sealed class Refusal(ResponsePlan plan, SecretMask mask, RawAnswer answer, AnswerBody body)
{
    private readonly string? code = plan.Errors.CodeOf(body)?.Text;

    /// <summary>Whether the answer names an error.</summary>
    public bool HasCode => code is not null;

    /// <summary>The provider refuses.</summary>
    public UpstreamFailure Refused()
    {
        var (kind, shown) = (ClassOf().Kind, UpstreamText.Code(code, mask));
        return Make(RefusalText.Of(kind, answer.Status, shown), plan.Errors.MessageOf(body)) with
        {
            TellsState = !IsFault || kind is not (FailureKind.Transient or FailureKind.Rejected),
        };
    }

    /// <summary>It looks like a success, but there is no token in it.</summary>
    public UpstreamFailure NoToken()
    {
        if (body.Root is null && !HasCode)
            return Unusable($"The answer is not {FormatInWords}.") with { TellsState = false };
        if (ClassOf().Kind != FailureKind.Rejected) return Refused();
        var shown = UpstreamText.Code(code, mask);
        return Make(RefusalText.NoToken(answer.Status, shown, plan.Token!.InWords), plan.Errors.MessageOf(body)) with
        {
            TellsState = HasCode,
        };
    }

    /// <summary>There is a token, but it cannot be used. The message of the provider is not told: it was content with
    /// the request, and what it says may hold the token.</summary>
    public UpstreamFailure Unusable(string detail) => Make(detail, "");

    // The provider, or a gateway before it, broke down over the call, which may have worked before that.
    private bool IsFault => answer.Status >= 500 || code is "server_error";

    private string FormatInWords => plan.Format switch
    {
        BodyFormat.Json => "JSON",
        BodyFormat.Xml => "XML",
        BodyFormat.Form => "a form",
        _ => "text",
    };

    private FailureClass ClassOf() => plan.Errors.ClassOf(answer.Status, code, plan.Errors.MessageOf(body));

    private UpstreamFailure Make(string detail, string message)
    {
        var meaning = ClassOf();
        var status = $"http_{answer.Status}";
        return new(meaning.Kind, detail, UpstreamReach.Answered)
        {
            Code = UpstreamText.Code(code, mask) ?? status,
            Message = UpstreamText.Message(message, mask),
            RetryAfter = answer.RetryAfter ?? meaning.RetryAfter,
            IsRetryable = meaning.IsRetryable,
            RefreshUses = meaning.RefreshUses,
            Reading = new(code ?? status, message, answer.RetryAfter),
        };
    }
}
