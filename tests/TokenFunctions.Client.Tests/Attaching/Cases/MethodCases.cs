using TokenFunctions.Client.Attaching;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Attaching.Cases;

/// <summary>Which requests are repeated, and what comes of a repeat.</summary>
internal static class MethodCases
{
    private static readonly TokenFailure Away = new(FailureKind.Transient, "The provider is away.");

    public static IEnumerable<HandlerCase> All =>
    [
        Twice("GET"), Twice("HEAD"), Twice("OPTIONS"), Twice("PUT"), Twice("DELETE"), Once("POST"), Once("PATCH"),
        Once("REPORT"),
        Twice("POST", "told to", request => request.Options.Set(TokenRequestOptions.Repeat, true)),
        Once("GET", "told not to", request => request.Options.Set(TokenRequestOptions.Repeat, false)),
        Twice("POST") with { Name = "POST: all are repeated", Set = options => options.RepeatsUnsafe = true },
        Twice("PATCH") with { Name = "PATCH: all are repeated", Set = options => options.RepeatsUnsafe = true },
        Once("POST", "told not to, all others are", request => request.Options.Set(TokenRequestOptions.Repeat, false)) with
        {
            Set = options => options.RepeatsUnsafe = true,
        },
        new HandlerCase("repeat: refused again", "GET /a", "GET /a Bearer t1", "GET /a Bearer t2")
        {
            Answers = [new(401), new(401, "again"), new(200)],
            IsRepeated = true,
        }.Refused(),
        new HandlerCase("repeat: fails otherwise", "GET /a", "GET /a Bearer t1", "GET /a Bearer t2")
        {
            Answers = [new(401), new(500)],
            Status = 500,
        }.Repeated(),
        new HandlerCase("repeat: no newer token", "GET /a", "GET /a Bearer t1")
        {
            Answers = [new(401)],
            RenewalFailure = Away,
            FailureCode = "upstream_unavailable",
        }.Refused(),
        new HandlerCase("repeat: the same token", "GET /a", "GET /a Bearer t1")
        {
            Answers = [new(401)],
            NeverRenews = true,
            FailureCode = "upstream_token_unchanged",
        }.Refused(),
    ];

    private static HandlerCase Twice(string method, string? why = null, Action<HttpRequestMessage>? say = null) =>
        new HandlerCase($"{method}: {why ?? "repeated"}", $"{method} /a", $"{method} /a Bearer t1", $"{method} /a Bearer t2")
        {
            Say = say ?? (static _ => { }),
            Answers = [new(401), new(200)],
        }.Repeated();

    private static HandlerCase Once(string method, string? why = null, Action<HttpRequestMessage>? say = null) =>
        new HandlerCase($"{method}: {why ?? "not repeated"}", $"{method} /a", $"{method} /a Bearer t1")
        {
            Say = say ?? (static _ => { }),
            Answers = [new(401), new(200)],
        }.Refused();
}
