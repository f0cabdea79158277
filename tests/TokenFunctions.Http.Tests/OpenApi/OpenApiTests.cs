using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using TokenFunctions.Http.Fronts;
using TokenFunctions.Http.Problems;
using TokenFunctions.Http.Tests.App;
using TokenFunctions.Testing.Schemas;

namespace TokenFunctions.Http.Tests.OpenApi;

/// <summary>The contract: by the rules of OpenAPI 3.1, and of all routes. That every answer is as it says is seen in all other tests, by <see cref="ContractHandler"/>.</summary>
public sealed partial class OpenApiTests
{
    private const string Path = "/api/openapi.json";
    private static readonly string Root = typeof(OpenApiTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;
    private static readonly JsonElement Document = Contract.Document.Root;

    public static TheoryData<string> Routes => [.. RouteTable.All.Select(route => $"{route.Method} {route.Template}")];

    [Fact]
    public async Task Whoever_has_a_key_gets_it_and_may_keep_it()
    {
        await using var app = await TestApp.StartAsync();
        var reply = await app.GetAsync(Path);
        Assert.Equal((200, "application/json; charset=utf-8", "max-age=3600"), (reply.Status, reply.Header("Content-Type"), reply.Header("Cache-Control")));
        Assert.Equal(Document.GetRawText(), reply.Body);

        var again = new HttpRequestMessage(HttpMethod.Get, Path);
        again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(reply.Header("ETag")!));
        Assert.Equal((304, ""), await app.SendAsync(again) is var known ? (known.Status, known.Body) : default);
        app.Http.DefaultRequestHeaders.Clear();
        Assert.Equal(401, (await app.GetAsync(Path)).Status);
    }

    [Fact]
    public void It_keeps_the_rules_of_OpenAPI_3_1()
    {
        var rules = new JsonSchema(File.ReadAllText(System.IO.Path.Combine(Root, "tests/TokenFunctions.Http.Tests/OpenApi/openapi.schema.json")));
        Assert.Empty(rules.Check(Document));
        Assert.Equal("3.1.0", Document.GetProperty("openapi").GetString());
        Assert.Equal(Product.Version, Document.GetProperty("info").GetProperty("version").GetString());
    }

    [Theory]
    [InlineData("""{"openapi":"3.0.3","info":{"title":"t","version":"1"},"paths":{}}""")]
    [InlineData("""{"openapi":"3.1.0","info":{"title":"t"},"paths":{}}""")]
    [InlineData("""{"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{"/a":{"get":{"responses":{"200":{}}}}}}""")]
    [InlineData("""{"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{},"components":{"schemas":{"A":{"tipe":"string"}}}}""")]
    public void A_document_that_breaks_the_rules_is_found(string document)
    {
        var rules = new JsonSchema(File.ReadAllText(System.IO.Path.Combine(Root, "tests/TokenFunctions.Http.Tests/OpenApi/openapi.schema.json")));
        Assert.NotEmpty(rules.Check(document));
    }

    [Fact]
    public void Every_reference_leads_somewhere_and_every_component_is_used()
    {
        var named = References().Matches(Document.GetRawText()).Select(m => m.Groups["place"].Value).ToHashSet(StringComparer.Ordinal);
        foreach (var place in named) Contract.Document.Resolve(place);
        foreach (var kind in new[] { "schemas", "parameters" })
            Assert.All(
                Document.GetProperty("components").GetProperty(kind).EnumerateObject(),
                known => Assert.Contains($"#/components/{kind}/{known.Name}", named));
    }

    [Fact]
    public void Each_path_has_its_parameters_and_each_operation_a_name_of_its_own()
    {
        Assert.Distinct(Operations().Select(o => o.Operation.GetProperty("operationId").GetString()));
        foreach (var (path, operation) in Operations())
        {
            var parameters = operation.TryGetProperty("parameters", out var all)
                ? all.EnumerateArray().Select(p => Contract.Document.Resolve(p.GetProperty("$ref").GetString()!)).ToList()
                : [];
            Assert.Equal(
                Parts().Matches(path).Select(m => m.Groups["name"].Value),
                parameters.Where(p => p.GetProperty("in").GetString() == "path").Select(p => p.GetProperty("name").GetString()));
            Assert.Distinct(parameters.Select(p => $"{p.GetProperty("in")} {p.GetProperty("name")}"));
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public void Every_route_is_in_it_with_its_body_and_the_problems_of_who_is_not_served(string route)
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
        var operation = Document.GetProperty("paths").GetProperty(path).GetProperty(method.ToLowerInvariant());
        var known = RouteTable.All.Single(r => r.Method == method && r.Template == path);

        // A body of a GET has no meaning of its own (RFC 9110 §9.3.1); these routes take in it what the query may say.
        Assert.Equal(known.TakesBody && method != "GET", operation.TryGetProperty("requestBody", out _));
        var responses = operation.GetProperty("responses");
        foreach (var status in known.IsAnonymous ? ["400", "500"] : new[] { "400", "401", "403", "429", "500", "503" })
            Assert.True(responses.TryGetProperty(status, out _), $"{route} {status}");
        Assert.Contains(responses.EnumerateObject(), answer => answer.Name[0] == '2');
    }

    [Fact]
    public void It_has_no_more_than_the_routes() =>
        Assert.Equal(RouteTable.All.Count, Operations().Count());

    [Fact]
    public void Every_code_that_the_source_has_is_told_with_its_status_and_no_other()
    {
        var written = Directory.EnumerateFiles(System.IO.Path.Combine(Root, "src/TokenFunctions.Http"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith("ProblemCodes.cs", StringComparison.Ordinal))
            .SelectMany(file => Codes().Matches(File.ReadAllText(file)))
            .Select(m => (Code: m.Groups["code"].Value, Status: m.Groups["status"] is { Success: true } status ? status.Value : "400"))
            .ToHashSet();
        // Failures to get a token, and what a front makes of its core's, are told by their kind.
        string[] failures = [.. ProblemCodes.Failures, CoreFailure.Refused, CoreFailure.Unavailable];
        var told = ProblemCodes.All.Where(known => !failures.Contains(known.Key, StringComparer.Ordinal))
            .Select(known => (known.Key, $"{known.Value.Status}"));

        Assert.Equal(told.Order(), written.Order());
    }

    [Fact]
    public void Each_code_is_in_the_enumeration_with_a_sentence()
    {
        var codes = Contract.Document.Resolve("#/components/schemas/ProblemCode");
        Assert.Equal(ProblemCodes.All.Keys, codes.GetProperty("enum").EnumerateArray().Select(code => code.GetString()));
        Assert.All(codes.GetProperty("x-enum-descriptions").EnumerateArray(), sentence => Assert.EndsWith(".", sentence.GetString(), StringComparison.Ordinal));
        Assert.Equal(codes.GetProperty("enum").GetArrayLength(), codes.GetProperty("x-enum-descriptions").GetArrayLength());
    }

    [Fact]
    public void Examples_are_valid_and_hold_no_secret()
    {
        var examples = Document.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(schema => schema.Value.TryGetProperty("examples", out _))
            .SelectMany(schema => schema.Value.GetProperty("examples").EnumerateArray().Select(example => (schema.Value, example))).ToList();
        Assert.True(examples.Count >= 4);
        Assert.All(examples, pair => Assert.Empty(Contract.Document.Check(pair.Value, pair.example, "")));
        Assert.DoesNotContain("tfk_", Document.GetRawText(), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Path, JsonElement Operation)> Operations() => Document.GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject().Select(operation => (path.Name, operation.Value)));

    [GeneratedRegex("\"\\$ref\":\"(?<place>[^\"]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex References();

    [GeneratedRegex("\\{(?<name>[a-z]+)\\}", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Parts();

    // new(409, "code", …), also over two lines; Bad("code", …), which is 400.
    [GeneratedRegex("(\\(\\s*(?<status>[45][0-9]{2}),|\\bBad\\()\\s*\"(?<code>[a-z_]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Codes();
}
