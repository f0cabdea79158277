using System.Text.Json;
using TokenFunctions.Realms.Paths;
using TokenFunctions.Realms.Templates;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Responses;

/// <summary>Understands a whole answer: token or failure.</summary>
internal sealed class AnswerReader(ResponsePlan plan, SecretMask mask)
{
    private const int MaxType = 32;

    /// <summary>Makes the token of a realm that asks nobody.</summary>
    public UpstreamAnswer Make(AttemptScope scope) =>
        Unusable(new(0, AnswerHeaders.None, default, null), mask.Apply($"{scope.Now}: not yet."));

    /// <summary>Reads the answer of a step and keeps it in the scope; null = the step has done its work.</summary>
    public UpstreamFailure? ReadStep(RawAnswer answer, string step, AttemptScope scope) =>
        Unusable(answer, mask.Apply($"{step} {scope.Now}: not yet.")).Failure;

    /// <summary>Reads the answer; never throws for what it holds.</summary>
    public UpstreamAnswer Read(RawAnswer answer, AttemptScope scope, IReadOnlyList<StateRule> state)
    {
        var body = AnswerBody.Parse(answer.Body, answer.Headers);
        scope.Response = body;
        var code = Code(body);
        if (!answer.IsSuccess) return Refused(answer, body, code);
        var token = plan.Token.Find(body);
        // A whole body that carries an error code is an error, not a token.
        if (token is null || (token.Path.IsWhole && code is not null))
            return code is null ? NoToken(answer, body) : Refused(answer, body, code);
        if (token.Text.Any(char.IsControl))
            return Unusable(answer, $"The answer's token at {plan.Token.InWords} holds control characters.");
        var (life, fault) = Expiry.Read(plan, body);
        if (fault is not null) return Unusable(answer, fault);
        var value = new SecretText(token.Text);
        return UpstreamAnswer.Of(new UpstreamToken(value, life) { Type = TypeOf(body), Extra = ExtraOf(body) });
    }

    private static FoundText? Code(AnswerBody body) =>
        // Success is 0 where it is said at all; the errcode of a success must not hide a missing token.
        ResponsePlan.Code.Find(body) is { } found && found.Text != "0" ? found : null;

    private UpstreamAnswer Refused(RawAnswer answer, AnswerBody body, FoundText? code)
    {
        var kind = FailureClass.Of(answer.Status, code);
        var shown = UpstreamText.Code(code?.Text, mask);
        var isUnclear = answer.IsSuccess && kind == FailureKind.Rejected;
        var detail = RefusalText.Of(kind, answer.Status, shown, isUnclear ? plan.Token.InWords : null);
        return UpstreamAnswer.Of(new UpstreamFailure(kind, detail, UpstreamReach.Answered)
        {
            Code = shown,
            Message = UpstreamText.Message(ResponsePlan.Message.Find(body)?.Text, mask),
            RetryAfter = answer.RetryAfter,
        });
    }

    private UpstreamAnswer NoToken(RawAnswer answer, AnswerBody body) => body.Root is null
        ? Unusable(answer, "The answer is not JSON.")
        : Refused(answer, body, null);

    // No message of the provider here: it was content with the request, and what it says may hold the token.
    private static UpstreamAnswer Unusable(RawAnswer answer, string detail) => UpstreamAnswer.Of(
        new UpstreamFailure(FailureKind.Rejected, detail, UpstreamReach.Answered) { RetryAfter = answer.RetryAfter });

    private static string TypeOf(AnswerBody body)
    {
        var type = PathList.Of("token_type").Find(body)?.Text;
        if (type is not { Length: <= MaxType } || !Requests.HeaderText.IsToken(type) || type == "bearer")
            return "Bearer";
        return type;
    }

    private Dictionary<string, JsonElement> ExtraOf(AnswerBody body)
    {
        var extra = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, path) in plan.Extra)
        {
            if (body.Find(path) is { IsAbsent: false } found) extra[name] = found.ToJson();
        }
        return extra;
    }
}
