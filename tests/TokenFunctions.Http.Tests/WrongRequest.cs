using System.Globalization;
using System.Text;
using TokenFunctions.Http.Tests.App;

namespace TokenFunctions.Http.Tests;

/// <summary>A request that breaks one rule, and how it must be refused.</summary>
internal sealed record WrongRequest(byte[] Bytes, int Status, string Code, string? Field)
{
    public static WrongRequest Plain(string line, int status, string code, string? field = null, params string[] headers) =>
        new(Head(line, headers), status, code, field);

    public static WrongRequest Post(string path, string json, int status, string code, string? field = null, params string[] headers) =>
        Body($"POST {path}", "application/json", Encoding.UTF8.GetBytes(json), status, code, field, headers);

    public static WrongRequest Body(
        string line, string? type, byte[] body, int status, string code, string? field = null, params string[] headers)
    {
        string[] all = [.. headers, string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}")];
        if (type is not null) all = [.. all, $"Content-Type: {type}"];
        return new WrongRequest([.. Head(line, all), .. body], status, code, field);
    }

    /// <summary>A body in chunks of 64 KiB, whose length nothing announces.</summary>
    public static WrongRequest Chunked(string line, int chunks, int status, string code)
    {
        var chunk = Encoding.ASCII.GetBytes("10000\r\n" + new string(' ', 0x10000) + "\r\n");
        var body = Enumerable.Repeat(chunk, chunks).SelectMany(c => c).Concat("0\r\n\r\n"u8.ToArray());
        return new WrongRequest([.. Head(line, "Content-Type: application/json", "Transfer-Encoding: chunked"), .. body], status, code, null);
    }

    private static byte[] Head(string line, params string[] headers) =>
        RawHttp.Head($"{line} HTTP/1.1", [$"x-api-key: {TestApp.AdminKey}", .. headers]);
}
