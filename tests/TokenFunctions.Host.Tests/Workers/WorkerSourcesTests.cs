namespace TokenFunctions.Host.Tests.Workers;

/// <summary>What the comparison of the two hosts reads: a difference in any part is one.</summary>
public sealed class WorkerSourcesTests
{
    private const string Source = """
        public sealed class Routes(ApiDoor door)
        {
            [Function("Token")]
            public Task<IActionResult> TokenAsync(
                [HttpTrigger(AuthorizationLevel.Function, "get", "post", Route = "token")] HttpRequest request) =>
                door.ServeAsync(request);
        }
        """;

    private static readonly HttpFunction[] Expected = [new("Token", "get", "token", "function"), new("Token", "post", "token", "function")];

    [Fact]
    public void A_function_is_read_with_name_verbs_route_and_level() => Assert.Equal(Expected, Read(Source));

    [Theory]
    [InlineData("Function(\"Token\")", "Function(\"Tokens\")")]
    [InlineData("\"get\", \"post\"", "\"get\"")]
    [InlineData("\"post\"", "\"delete\"")]
    [InlineData("Route = \"token\"", "Route = \"tokens\"")]
    [InlineData("AuthorizationLevel.Function", "AuthorizationLevel.Anonymous")]
    [InlineData("[Function(\"Token\")]", "")]
    public void Any_other_text_is_another_function(string from, string to)
    {
        Assert.Contains(from, Source, StringComparison.Ordinal);
        Assert.NotEqual(Expected, Read(Source.Replace(from, to, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("FunctionAttribute")]
    [InlineData("Microsoft.Azure.Functions.Worker.Function")]
    [InlineData("global::Microsoft.Azure.Functions.Worker.FunctionAttribute")]
    public void However_the_attribute_is_written_it_is_the_same_function(string name) =>
        Assert.Equal(Expected, Read(Source.Replace("[Function(", $"[{name}(", StringComparison.Ordinal)));

    [Fact]
    public void A_function_that_is_added_is_seen() => Assert.Equal(
        4, Read(Source + Source.Replace("\"Token\"", "\"Other\"", StringComparison.Ordinal)).Count());

    private static IEnumerable<HttpFunction> Read(string source) => WorkerSources.Http(WorkerSources.FunctionsIn(source));
}
