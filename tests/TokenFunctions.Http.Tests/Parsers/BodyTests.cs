using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TokenFunctions.Http.Input;
using TokenFunctions.Properties;
using TokenFunctions.Testing;

namespace TokenFunctions.Http.Tests.Parsers;

/// <summary>Bodies: none throws, and what is let through is JSON that every reader understands alike.</summary>
public sealed class BodyTests
{
    private const string Realm = """{"id":"r","config":{"url":"https://a.example/","arguments":[{"name":"a","place":"body","value":"$key_1"}],"token_path":"t"},"comment":"c"}""";
    private const string Token = """{"realm":"r","key":"k","flush":true,"min_ttl":5,"invalid":7,"attach":false}""";
    private const string Trial = """{"realm":{"id":"r","preset":"p"},"secret":{"key_1":"v","fields":{"a":"b"}},"inputs":{"i":"v"},"force":true,"confirm":true}""";
    private const string Draft = """{"curl":"curl https://a.example/","answer":{"a":[1]}}""";
    private static readonly string[] All = [Realm, Token, Trial, Draft];

    private static readonly string[] Pieces =
        ["{", "}", "[", "]", "\"a\"", "\"\\ud800\"", "\"\\u0061\"", ":", ",", "1", "1e999", "true", "null", " ", "//c", "/*c*/", "\uFEFF", "\0", "\"", "\\", "{\"a\":1,\"a\":2}", "{\"a\":{\"b\":[{}]}}"];

    private static readonly string[] Types =
        ["application/json", "application/json; charset=utf-8", "application/json;charset=\"UTF-8\"", "application/json; charset=utf-16", "text/json", "application/json; a=b", "application/", ";", "", "application/json, text/plain", "application/json; charset=\""];

    [Fact]
    public void No_text_makes_the_inspector_throw_and_what_it_lets_through_is_JSON() => Seeds.Hold(4000, chance =>
    {
        var text = chance.OneIn(2) ? chance.Damage(JsonMutation.Of(chance.Pick(All), chance, chance.Below(3))) : chance.Pieces(14, Pieces);
        var bytes = Encoding.UTF8.GetBytes(text);
        if (JsonInspector.Inspect(bytes) is not null) return;
        using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
        Walk(json.RootElement, 0);
    });

    [Fact]
    public void No_body_makes_a_reader_of_requests_throw() => Seeds.Hold(2000, chance =>
    {
        var text = JsonMutation.Of(chance.Pick(All), chance, chance.Below(4));
        var bytes = Encoding.UTF8.GetBytes(text);
        if (JsonInspector.Inspect(bytes) is not null) return;
        using var json = JsonDocument.Parse(bytes);
        if (json.RootElement.ValueKind != JsonValueKind.Object) return;
        Either(RealmInput.Read(json.RootElement));
        Either(RealmDraftInput.Read(json.RootElement));
        Either(TrialInput.Read(json.RootElement, chance.OneIn(2)));
    });

    [Fact]
    public void No_content_type_or_bytes_make_the_reading_of_a_body_throw() => Seeds.Hold(2000, chance =>
    {
        var bytes = chance.OneIn(4) ? chance.Bytes() : Encoding.UTF8.GetBytes(chance.Damage(chance.Pick(All)));
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(bytes);
        context.Request.ContentType = chance.Damage(chance.Pick(Types));
        if (chance.OneIn(2)) context.Request.ContentLength = bytes.Length;
        if (chance.OneIn(6)) context.Request.Headers.ContentEncoding = chance.Pick("gzip", "identity", "", "a,b");
        context.Features.Set<IHttpRequestBodyDetectionFeature>(new Body());
        var read = BodyReader.ReadAsync(context).GetAwaiter().GetResult();
        Assert.False(read.HasFailed && read.Value is not null);
        read.Value?.Dispose();
    });

    private static void Walk(JsonElement value, int depth)
    {
        Assert.True(depth < JsonInspector.MaxDepth);
        if (value.ValueKind == JsonValueKind.String) value.GetString();
        if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray()) Walk(item, depth + 1);
        if (value.ValueKind != JsonValueKind.Object) return;
        Assert.Distinct(value.EnumerateObject().Select(member => member.Name));
        foreach (var member in value.EnumerateObject()) Walk(member.Value, depth + 1);
    }

    private static void Either<T>(Reading<T> reading)
        where T : class
    {
        Assert.NotEqual(reading.Value is null, reading.Problem is null);
        if (reading.Problem is { } problem) Assert.DoesNotContain(problem.Detail, char.IsControl);
    }

    private sealed class Body : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }
}
