using System.Text;
using System.Text.Json;
using TokenFunctions.Core.Tests.Conformance;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Bench.Realms;

/// <summary>The work of one attempt of a vector, without the network.</summary>
internal sealed class RealmAttempt
{
    private readonly Vector vector;
    private readonly RealmPlan plan;
    private readonly CallMaterial material;
    private readonly RawAnswer answer;
    private readonly AttemptScope scope;

    /// <summary>An attempt that the provider answers with the vector's token.</summary>
    /// <exception cref="InvalidOperationException">The engine does not get the token, so there is nothing to
    /// measure.</exception>
    public RealmAttempt(Vector vector)
    {
        this.vector = vector;
        plan = Compiled();
        material = vector.Material(plan);
        answer = Answer(vector.Responses.First(IsSuccess));
        scope = Begin();
        if (Build() is not HttpMethod || Read() is not UpstreamAnswer { HasToken: true })
            throw new InvalidOperationException($"The vector {vector.Name} does not hold.");
    }

    /// <summary>Compiles the realm's config from its text.</summary>
    public object Compile() => Compiled();

    /// <summary>Computes the vars and makes the request, signatures and body included.</summary>
    public object? Build()
    {
        var built = plan.Request!.Build(Begin());
        using var message = built.Message;
        return message?.Method;
    }

    /// <summary>Makes a token of the answer's bytes.</summary>
    public object Read() =>
        new AnswerReader(plan.Response!, new SecretMask(scope.Confidential)).Read(answer, scope, plan.State);

    private RealmPlan Compiled() => VectorRealm.Compile(vector.Realm).Plan
        ?? throw new InvalidOperationException($"The realm of the vector {vector.Name} does not compile.");

    private AttemptScope Begin()
    {
        var begun = new AttemptScope(material, vector.Clock);
        foreach (var planned in plan.Vars)
            begun.Set(planned.Name, planned.Evaluate(begun).Value, planned.IsConfidential);
        return begun;
    }

    private static bool IsSuccess(JsonElement response) =>
        response.GetProperty("expect").TryGetProperty("token", out _);

    private static RawAnswer Answer(JsonElement response)
    {
        var body = response.GetProperty("body");
        var text = body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText();
        return new(response.GetProperty("status").GetInt32(), AnswerHeaders.None, Encoding.UTF8.GetBytes(text), null);
    }
}
