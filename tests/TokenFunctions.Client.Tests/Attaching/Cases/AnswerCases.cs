using TokenFunctions.Client.Tests.Attaching.Doubles;
using TokenFunctions.Realms;

namespace TokenFunctions.Client.Tests.Attaching.Cases;

/// <summary>Which answers say that the token is dead.</summary>
internal static class AnswerCases
{
    private const string Dead = """{"errcode":40001,"errmsg":"dead"}""";

    private static readonly AttachRule Codes = By(new DeadRule(null, ["40001", "gone"]));
    private static readonly AttachRule Forbidden = By(new DeadRule([403], null));
    private static readonly AttachRule Both = By(new DeadRule([403], ["40001"]));

    public static IEnumerable<HandlerCase> All =>
    [
        Living("403 without a rule", null, new(403)),
        Dying("403 by its status", Forbidden, new(403)),
        Living("another status", Forbidden, new(404)),
        Dying("a code in a success", Codes, new(200, Dead)),
        Dying("a code in a failure", Codes, new(400, Dead)),
        Dying("a code that is a text", Codes, new(200, """{"errcode":"40001"}""")),
        Dying("a code within", Codes, new(200, """{"error":{"code":"gone"}}""")),
        Living("another code", Codes, new(200, """{"errcode":40002}""")),
        Living("no code", Codes, new(200, """{"data":[40001]}""")),
        Living("the code of success", By(new DeadRule(null, ["0"])), new(200, """{"errcode":0}""")),
        Living("the first path counts", Codes, new(200, """{"errcode":1,"error":{"code":"gone"}}""")),
        Living("status and code: another status", Both, new(200, Dead)),
        Living("status and code: another code", Both, new(403, """{"errcode":1}""")),
        Dying("status and code", Both, new(403, Dead)),
        Dying("XML", Codes, new(200, "<r><errcode>40001</errcode></r>", "text/xml")),
        Dying("plain text that is JSON", Codes, new(200, Dead, "text/plain; charset=utf-8")),
        Dying("problem details", Codes, new(403, Dead, "application/problem+json")),
        Dying("JSON after a mark", Codes, new(200, "\uFEFF " + Dead)),
        Dying("JSON and more", Codes, new(200, Dead + "\n{}")),
        Living("bytes", Codes, new(200, Dead, "application/octet-stream")),
        Living("HTML", Codes, new(200, Dead, "text/html")),
        Living("no JSON", Codes, new(200, "{errcode:40001}")),
        Living("half a JSON", Codes, new(200, """{"errcode":40001,""")),
        Living("compressed", Codes, new(200, Dead) { Headers = [("Content-Encoding", "gzip")] }),
        Dying("not compressed", Codes, new(200, Dead) { Headers = [("Content-Encoding", "identity")] }),
        Dying("a header", Codes with { CodePaths = ["header:X-Code"] }, new(200) { Headers = [("X-Code", "gone")] }),
        Dying("the whole body", Codes with { CodePaths = [""] }, new(200, "gone", "text/plain")),
        Living("longer than is looked at", Codes, new(200, Padded(300))) with { Set = o => o.PeekLimit = 299 },
        Dying("as long as is looked at", Codes, new(200, Padded(300))) with { Set = o => o.PeekLimit = 300 },
        Dying("by the rule of the options", null, new(403)) with { Set = o => o.Attach = Forbidden },
        Dying("by the realm beside the options", Forbidden, new(403)) with { Set = o => o.Attach = new() },
    ];

    private static AttachRule By(params DeadRule[] rules) =>
        new() { Dead = rules, CodePaths = ["errcode", "error.code"] };

    private static string Padded(int length) => Dead[..^1].PadRight(length - 1) + "}";

    private static HandlerCase Dying(string name, AttachRule? told, ApiAnswer answer) =>
        new HandlerCase($"dead: {name}", "GET /a", "GET /a Bearer t1", "GET /a Bearer t2")
        {
            Told = told,
            Answers = [answer, new(204)],
            Status = 204,
        }.Repeated();

    private static HandlerCase Living(string name, AttachRule? told, ApiAnswer answer) =>
        new($"living: {name}", "GET /a", "GET /a Bearer t1") { Told = told, Answers = [answer], Status = answer.Status };
}
