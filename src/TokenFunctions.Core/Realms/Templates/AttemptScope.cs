using TokenFunctions.Realms.Paths;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Tokens;

namespace TokenFunctions.Realms.Templates;

/// <summary>What the expressions of one attempt's templates stand for: the same values all through the
/// attempt.</summary>
/// <param name="material">What the attempt was given: the credential, other tokens, inputs, state.</param>
/// <param name="now">The time of the attempt.</param>
internal sealed class AttemptScope(CallMaterial material, DateTimeOffset now)
{
    private readonly Dictionary<string, Datum> vars = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AnswerBody> steps = new(StringComparer.Ordinal);
    private readonly List<string> hidden = [];

    /// <summary>What the attempt was given.</summary>
    public CallMaterial Material => material;

    /// <summary>The credential.</summary>
    public SecretFields Secret => material.Secret;

    /// <summary>The time of the attempt.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Draws random texts.</summary>
    public DrawRandom Draw { get; init; } = RandomText.Draw;

    /// <summary>The main answer; null = it is not there yet.</summary>
    public AnswerBody? Response { get; set; }

    /// <summary>Every text so far that must not be shown.</summary>
    public IEnumerable<string> Confidential =>
        material.Secret.Select(pair => pair.Value)
            .Concat(material.Uses.Values).Concat(material.Inputs.Values).Concat(material.State.Values)
            .Select(value => value.Reveal())
            .Concat(hidden);

    /// <summary>Sets a var.</summary>
    public void Set(string name, Datum value, bool isConfidential)
    {
        vars[name] = value;
        if (isConfidential) hidden.Add(value.Text);
    }

    /// <summary>Keeps the answer of a step, and hides the token in it.</summary>
    public void Keep(string step, AnswerBody answer, string? token)
    {
        steps[step] = answer;
        if (token is not null) hidden.Add(token);
    }

    /// <summary>What <paramref name="part"/> stands for; absent for a field that the secret does not have.</summary>
    public Datum Of(TemplatePart part) => part.Kind switch
    {
        TemplatePartKind.Literal => Datum.Of(part.Text),
        TemplatePartKind.Now => Datum.Of(now.ToUnixTimeSeconds()),
        TemplatePartKind.NowMs => Datum.Of(now.ToUnixTimeMilliseconds()),
        TemplatePartKind.Step => In(steps.GetValueOrDefault(part.Text), part.Path),
        TemplatePartKind.Response => In(Response, part.Path),
        TemplatePartKind.Var => Within(vars.GetValueOrDefault(part.Text), part.Path),
        _ => Within(Given(part), part.Path),
    };

    private Datum Given(TemplatePart part)
    {
        var value = part.Kind switch
        {
            TemplatePartKind.Field => material.Secret.Find(part.Text),
            TemplatePartKind.Use => material.Uses.GetValueOrDefault(part.Text),
            TemplatePartKind.Input => material.Inputs.GetValueOrDefault(part.Text),
            _ => material.State.GetValueOrDefault(part.Text),
        };
        return value is null ? default : Datum.Of(value.Reveal());
    }

    private static Datum In(AnswerBody? answer, ValuePath? path) => answer?.Find(path ?? ValuePath.Whole) ?? default;

    private static Datum Within(Datum value, ValuePath? path) =>
        path is null || value.IsAbsent ? value : path.Within(value.Text);
}
