using System.Text.Json;
using TokenFunctions.Http.OpenApi;
using TokenFunctions.Http.Tests.Languages;
using TokenFunctions.Testing.Schemas;

namespace TokenFunctions.Http.Tests.OpenApi;

/// <summary>The API's own contract, to which every answer in these tests is held.</summary>
internal static class Contract
{
    public static readonly JsonSchema Document = new(OpenApiDocument.Write(RouteTable.Bindings));

    private const string Problem = "#/components/schemas/Problem";

    /// <summary>Fails unless the contract has such an answer; of what is no route of it only the problem's form is looked at.</summary>
    public static void Check(Exchange exchange)
    {
        if (exchange is { IsEnglish: true, Body.Length: > 0 }) SaidInChinese.Check(exchange.Body);
        if (exchange.Operation(Document.Root) is not { } operation)
        {
            if (exchange.IsProblem) AssertValid(exchange, Document.Resolve(Problem), exchange.Body);
            return;
        }

        Assert.True(operation.GetProperty("responses").TryGetProperty($"{exchange.Status}", out var answer), $"{exchange}: the status is not in the contract.");
        CheckAnswer(exchange, answer);
        if (exchange is { Status: < 300, Request.Length: > 0 } && operation.TryGetProperty("requestBody", out var body))
            AssertValid(exchange, body.GetProperty("content").GetProperty("application/json").GetProperty("schema"), exchange.Request);
    }

    private static void CheckAnswer(Exchange exchange, JsonElement answer)
    {
        if (exchange.Method == "HEAD") return;
        if (!answer.TryGetProperty("content", out var content))
        {
            Assert.True(exchange.Body.Length == 0, $"{exchange}: the contract has no body there.");
            return;
        }

        var isKnown = content.TryGetProperty(exchange.MediaType, out var media);
        Assert.True(isKnown, $"{exchange}: the contract does not have the media type {exchange.MediaType}.");
        var json = exchange.MediaType.EndsWith("json", StringComparison.Ordinal) ? exchange.Body : $"\"{JsonEncodedText.Encode(exchange.Body)}\"";
        AssertValid(exchange, media.GetProperty("schema"), json);
    }

    private static void AssertValid(Exchange exchange, JsonElement schema, string json)
    {
        var faults = Document.Check(schema, JsonElement.Parse(json), "").ToList();
        Assert.True(faults.Count == 0, $"{exchange} is not as the contract says: {string.Join(", ", faults)}\n{json}");
    }
}
