using System.Globalization;
using System.Text;

namespace TokenFunctions.Fuzzing.Requests;

/// <summary>A request in the making: a valid one at first, which mutations then change.</summary>
internal sealed class Draft(string method, string path)
{
    public string Method { get; set; } = method;

    /// <summary>The path as it is sent, encoded.</summary>
    public string Path { get; set; } = path;

    /// <summary>The parameters as they are sent, encoded.</summary>
    public List<string> Query { get; init; } = [];

    public string Version { get; set; } = "HTTP/1.1";

    /// <summary>What ends each line of the head.</summary>
    public string LineEnd { get; set; } = "\r\n";

    /// <summary>Header lines, without those that frame the body.</summary>
    public List<string> Headers { get; } = ["Host: 127.0.0.1"];

    /// <summary>The body; null = none.</summary>
    public byte[]? Body { get; set; }

    /// <summary>The header lines that frame the body, and the body as it is then sent; null = by its length.</summary>
    public (string[] Lines, byte[] Bytes)? Framed { get; set; }

    public Framing Framing { get; set; } = Framing.Sound;

    /// <summary>A request with a JSON body.</summary>
    public static Draft Json(string method, string path, string json)
    {
        var draft = new Draft(method, path) { Body = Encoding.UTF8.GetBytes(json) };
        draft.Headers.Add("Content-Type: application/json");
        return draft;
    }

    /// <summary>The body as text; null = there is none.</summary>
    public string? Text => Body is null ? null : Encoding.UTF8.GetString(Body);

    public void SetText(string text) => Body = Encoding.UTF8.GetBytes(text);

    /// <summary>The request as it is sent, with <paramref name="provider"/> in the place of the stand-in.</summary>
    public FuzzRequest Finish(int number, string route, string provider)
    {
        var body = StandIn.Replace(Body ?? [], provider);
        var (lines, bytes) = Framed ?? (Body is null ? [] : [Length(body)], body);
        if (Framed is not null) bytes = StandIn.Replace(bytes, provider);
        var target = Query.Count == 0 ? Path : $"{Path}?{string.Join('&', Query)}";
        var head = string.Join(LineEnd, [$"{Method} {target} {Version}", .. Headers, .. lines, "", ""]);
        return new FuzzRequest(number, route, Method, [.. Encoding.Latin1.GetBytes(head), .. bytes], Framing);
    }

    private static string Length(byte[] body) =>
        string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}");
}
