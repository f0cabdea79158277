using System.Text.Json;
using TokenFunctions.Realms.Paths;
using TokenFunctions.Realms.Templates;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Responses;

/// <summary>Understands a whole answer: token or failure.</summary>
internal sealed class AnswerReader(ResponsePlan plan, SecretMask mask)
{
    private const int MaxType = 32;

    // Readers of JSON stop at 64 levels, and some at less; a caller's answer adds its own.
    private const int MaxExtraDepth = 32;
    private const string Made = "The token that was made";
    private const string Controls = " holds control characters.";
    private const string Damaged = " is damaged: its text is no UTF-8.";
    private const string Lacking = "The answer lacks a value that `response.token_template` reads.";

    /// <summary>Makes the token of a realm that asks nobody.</summary>
    public UpstreamAnswer Make(AttemptScope scope)
    {
        var text = plan.Template?.Fill(scope);
        if (string.IsNullOrEmpty(text))
            return NotMade(FailureKind.SecretIncomplete,
                "The secret lacks a value that `response.token_template` reads, or holds an empty one.");
        if (text.Any(char.IsControl)) return NotMade(FailureKind.SecretIncomplete, Made + Controls);
        var life = new Expiry(plan.Life, AnswerBody.None, scope.Now).Read(text);
        return life.Fault is null
            ? UpstreamAnswer.Of(new UpstreamToken(new SecretText(text), life.Life) { LifeRule = life.Rule })
            : NotMade(FailureKind.Rejected, life.Fault);
    }

    /// <summary>Reads the answer of a step and keeps it in the scope; null = the step has done its work.</summary>
    public UpstreamFailure? ReadStep(RawAnswer answer, string step, AttemptScope scope)
    {
        var body = AnswerBody.Parse(answer.Body, answer.Headers, plan.Format);
        var (token, failure) = Judge(answer, body);
        if (failure is not null) return failure with { Detail = $"Step `{step}`: {failure.Detail}" };
        scope.Keep(step, body, token);
        return null;
    }

    /// <summary>Reads the answer; never throws for what it holds.</summary>
    public UpstreamAnswer Read(RawAnswer answer, AttemptScope scope, IReadOnlyList<StateRule> state)
    {
        var body = AnswerBody.Parse(answer.Body, answer.Headers, plan.Format);
        var renewed = IsSuccess(answer, body) ? StateOf(body, state) : [];
        if (renewed.FirstOrDefault(value => IsDamaged(value.Value.Reveal())) is { Key: { } name })
            return UpstreamAnswer.Of(Lost(name, answer, body));
        var (token, failure) = ReadToken(answer, body, scope);
        return token is null
            ? UpstreamAnswer.Of(failure! with { State = renewed })
            : UpstreamAnswer.Of(token with { State = renewed });
    }

    private (UpstreamToken? Token, UpstreamFailure? Failure) ReadToken(
        RawAnswer answer, AnswerBody body, AttemptScope scope)
    {
        var (found, refused) = Judge(answer, body);
        if (refused is not null) return (null, refused);
        var refusal = new Refusal(plan, mask, answer, body);
        scope.Response = body;
        var text = plan.Template is { } template ? template.Fill(scope) : found;
        if (string.IsNullOrEmpty(text)) return (null, refusal.Unusable(Lacking));
        if (FaultOf(text, Made) is { } fault) return (null, refusal.Unusable(fault));
        var life = new Expiry(plan.Life, body, scope.Now).Read(text, found);
        if (life.Fault is not null) return (null, refusal.Unusable(life.Fault));
        var token = new UpstreamToken(new SecretText(text), life.Life)
        {
            LifeRule = life.Rule,
            Type = TypeOf(body),
            Extra = ExtraOf(body),
        };
        return (token, null);
    }

    private bool IsSuccess(RawAnswer answer, AnswerBody body) => plan.IsOk(answer.Status) && plan.IsSuccess(body);

    private (string? Token, UpstreamFailure? Failure) Judge(RawAnswer answer, AnswerBody body)
    {
        var refusal = new Refusal(plan, mask, answer, body);
        if (!IsSuccess(answer, body)) return (null, refusal.Refused());
        if (plan.Token is not { } paths) return (null, null);
        var token = paths.Find(body);
        // A whole body that carries an error code is an error, not a token.
        if (token is null || (token.Path.IsWhole && refusal.HasCode)) return (null, refusal.NoToken());
        return FaultOf(token.Text, $"The answer's token at {paths.InWords}") is { } fault
            ? (null, refusal.Unusable(fault))
            : (token.Text, null);
    }

    // The old value may be worth nothing any more, and the new one was not received.
    private UpstreamFailure Lost(string state, RawAnswer answer, AnswerBody body) =>
        new Refusal(plan, mask, answer, body).Unusable($"The answer's new value for `state` `{state}`{Damaged}") with
        {
            TellsState = false,
        };

    private static string? FaultOf(string token, string what)
    {
        if (token.Any(char.IsControl)) return what + Controls;
        return IsDamaged(token) ? what + Damaged : null;
    }

    // U+FFFD stands for what could not be read.
    private static bool IsDamaged(string text) => text.Contains('\uFFFD', StringComparison.Ordinal);

    private static UpstreamAnswer NotMade(FailureKind kind, string detail) =>
        UpstreamAnswer.Of(new UpstreamFailure(kind, detail, UpstreamReach.NotSent));

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
            if (body.Find(path) is not { IsAbsent: false } found) continue;
            // What callers cannot read is worth less than the token, which may have ended the one before it.
            if (found.ToJson() is var value && JsonText.IsWithin(value, MaxExtraDepth)) extra[name] = value;
        }
        return extra;
    }

    private static Dictionary<string, SecretText> StateOf(AnswerBody body, IReadOnlyList<StateRule> rules)
    {
        var state = new Dictionary<string, SecretText>(StringComparer.Ordinal);
        foreach (var rule in rules)
            if (body.Find(rule.Path).Text is { Length: > 0 } text) state[rule.Name] = new SecretText(text);
        return state;
    }
}
