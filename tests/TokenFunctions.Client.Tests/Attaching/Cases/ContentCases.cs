using System.Net.Http.Json;
using System.Text;
using TokenFunctions.Client.Tests.Attaching.Doubles;

namespace TokenFunctions.Client.Tests.Attaching.Cases;

/// <summary>Which contents are sent twice.</summary>
internal static class ContentCases
{
    private static readonly string Long = new('x', 100_000);

    public static IEnumerable<HandlerCase> All =>
    [
        Twice("bytes", () => new ByteArrayContent("text"u8.ToArray()), "text"),
        Twice("text", () => new StringContent("text"), "text"),
        Twice("nothing in it", () => new ByteArrayContent([]), ""),
        Twice("form", () => new FormUrlEncodedContent([KeyValuePair.Create("a", "b c")]), "a=b+c"),
        Twice("memory", () => new ReadOnlyMemoryContent("text"u8.ToArray()), "text"),
        Twice("JSON", () => JsonContent.Create(new Dictionary<string, int> { ["a"] = 1 }), """{"a":1}"""),
        Twice("long text", () => new StringContent(Long), Long),
        Twice("parts", () => new MultipartContent("mixed", "b") { new StringContent("text") },
            Part("Content-Type: text/plain; charset=utf-8\r\n")),
        Twice("stream that seeks", () => new StreamContent(new MemoryStream("text"u8.ToArray())), "text"),
        Twice("stream from its middle", () => new StreamContent(Middle()), "text"),
        Twice("long stream that seeks", () => new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(Long))), Long),
        Twice("short stream of known length", () => Sized(new StreamContent(new OneWayStream("text")), 4), "text"),
        Twice("own kind of known length", () => new OwnContent("text", isLengthKnown: true), "text"),
        Once("stream of unknown length", () => new StreamContent(new OneWayStream("text")), "text"),
        Once("long stream of known length", () => Sized(new StreamContent(new OneWayStream(Long)), 100_000), Long),
        Once("own kind of unknown length", () => new OwnContent("text", isLengthKnown: false), "text"),
        Once("own kind that is long", () => new OwnContent(Long, isLengthKnown: true), Long),
        Once("a part that can be read once", OnePartOnce, Part("")),
        Once("JSON that comes as it is read", () => JsonContent.Create(Sequence()), """["a"]"""),
        Once("JSON that comes as it is read, of numbers", () => JsonContent.Create(Numbers()), "[1]"),
        Once("JSON of a list that is made as it is read", () => JsonContent.Create(Made()), """["a"]"""),
        Once("short stream above a lower limit", () => Sized(new StreamContent(new OneWayStream("text")), 4), "text") with
        {
            Set = options => options.BufferLimit = 3,
        },
        Twice("short stream at the limit", () => Sized(new StreamContent(new OneWayStream("text")), 4), "text") with
        {
            Set = options => options.BufferLimit = 4,
        },
    ];

    private static HandlerCase Twice(string name, Func<HttpContent> content, string body) =>
        new HandlerCase($"content twice: {name}", "PUT /a", Line(1, body), Line(2, body))
        {
            Content = content,
            Answers = [new(401), new(200)],
        }.Repeated();

    private static HandlerCase Once(string name, Func<HttpContent> content, string body) =>
        new HandlerCase($"content once: {name}", "PUT /a", Line(1, body))
        {
            Content = content,
            Answers = [new(401), new(200)],
        }.Refused();

    private static string Line(int token, string body) => $"PUT /a Bearer t{token}" + body.Length switch
    {
        0 => "",
        <= 40 => $" | {body}",
        _ => $" | {body.Length} characters",
    };

    private static string Part(string headers) => $"--b\r\n{headers}\r\ntext\r\n--b--\r\n";

    private static StreamContent Sized(StreamContent content, long length)
    {
        content.Headers.ContentLength = length;
        return content;
    }

    private static MemoryStream Middle() => new("any text"u8.ToArray()) { Position = 4 };

    private static MultipartContent OnePartOnce() => new("mixed", "b") { new StreamContent(new OneWayStream("text")) };

    private static IEnumerable<string> Made()
    {
        yield return "a";
    }

    private static async IAsyncEnumerable<int> Numbers()
    {
        await Task.Yield();
        yield return 1;
    }

    private static async IAsyncEnumerable<string> Sequence()
    {
        await Task.Yield();
        yield return "a";
    }
}
