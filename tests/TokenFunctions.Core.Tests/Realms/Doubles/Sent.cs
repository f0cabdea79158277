using System.Text;
using System.Text.Json;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Config;
using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Responses;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Core.Tests.Realms.Doubles;

/// <summary>A request as it would leave, or why none does.</summary>
internal sealed record Sent(BuiltRequest Built, string? Body)
{
    public string? Fault => Built.Fault;

    public string Url => Built.Message!.RequestUri!.AbsoluteUri;

    /// <summary>Builds the request of a config that has <paramref name="members"/>.</summary>
    public static Sent Of(string members, params (string Name, string Value)[] fields) =>
        Of(Ask.Compile(Ask.Config(members)), new CallMaterial(Ask.Secret(fields)));

    public static Sent Of(RealmPlan plan, CallMaterial material, DateTimeOffset? now = null) =>
        Of(plan.Request!, new AttemptScope(material, now ?? Ask.Now));

    public static Sent Of(RequestPlan request, AttemptScope scope)
    {
        var built = request.Build(scope);
        return new(built, BodyOf(built));
    }

    /// <summary>Builds the request of an exchange before which a step <c>core</c> got <paramref name="answer"/>.</summary>
    public static Sent AfterStep(string exchange, string answer)
    {
        var check = new ConfigCheck();
        check.Names.Declare(TemplatePartKind.Step, "core");
        using var config = JsonDocument.Parse(exchange);
        var plan = ExchangeReader.Request(ConfigObject.Read(config.RootElement, "/config", check)!);
        Assert.Empty(check.Errors);
        var scope = new AttemptScope(new CallMaterial(Ask.Secret()), Ask.Now);
        scope.Keep("core", AnswerBody.Parse(Encoding.UTF8.GetBytes(answer), AnswerHeaders.None), null);
        var built = plan!.Build(scope);
        return new(built, BodyOf(built));
    }

    /// <summary>A header of the request or of its body, exactly as written; null = none.</summary>
    public string? Header(string name)
    {
        var message = Built.Message!;
        if (message.Headers.NonValidated.TryGetValues(name, out var values)) return values.ToString();
        return message.Content?.Headers.NonValidated.TryGetValues(name, out values) == true ? values.ToString() : null;
    }

    /// <summary>All of it as text.</summary>
    public string Print()
    {
        if (Built.Message is not { } message) return $"{Built.FaultKind}: {Built.Fault}";
        var headers = message.Headers.NonValidated.Concat(message.Content?.Headers.NonValidated ?? default);
        return $"{message.Method} {Url}\n{string.Concat(headers.Select(header => $"{header.Key}: {header.Value}\n"))}\n{Body}";
    }

    // As bytes: to read it as text would parse its media type and write it anew.
    private static string? BodyOf(BuiltRequest built) => built.Message?.Content is { } content
        ? Encoding.UTF8.GetString(content.ReadAsByteArrayAsync().GetAwaiter().GetResult())
        : null;
}
