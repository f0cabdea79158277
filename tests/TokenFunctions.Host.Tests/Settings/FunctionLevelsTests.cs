using TokenFunctions.Host.Tests.Documents;
using TokenFunctions.Hosting.Settings;
using TokenFunctions.Testing;
using static TokenFunctions.Host.Tests.Settings.Given;

namespace TokenFunctions.Host.Tests.Settings;

/// <summary>Function keys are trusted only where the Functions host asks for them.</summary>
public sealed class FunctionLevelsTests : IDisposable
{
    private static readonly (string, string)[] Trusting =
    [
        ("FUNCTIONS_CUSTOMHANDLER_PORT", "40001"), ("TokenFunctions__Storage", "memory"), ("TokenFunctions__TrustFunctionKeys", "true"),
    ];

    private static readonly (string, string) Admin = ("TokenFunctions__AdminKey", "0123456789-0123456789");

    private readonly TempFolder app = new();

    public FunctionLevelsTests()
    {
        foreach (var source in Directory.GetDirectories(Path.Combine(Repository.Root, "src", "TokenFunctions.Host", "Functions")))
            Describe(Path.GetFileName(source), File.ReadAllText(Path.Combine(source, "function.json")));
    }

    public void Dispose() => app.Dispose();

    [Fact]
    public void The_functions_as_they_are_published_ask_for_keys() =>
        Assert.True(SettingsReader.Read(Configuration(Trusting), app.Path).TrustFunctionKeys);

    [Theory]
    [InlineData("\"function\"", "\"anonymous\"")]
    [InlineData("\"authLevel\": \"function\"", "\"AuthLevel\": \"Anonymous\"")]
    [InlineData("\"authLevel\": \"function\",", "/* open */ \"authLevel\": \"anonymous\", \"authLevel\": \"function\",")]
    public void A_function_that_asks_for_none_stops_the_start(string written, string open)
    {
        var text = Repository.Read("src/TokenFunctions.Host/Functions/Token/function.json");
        Assert.Contains(written, text, StringComparison.Ordinal);
        Describe("Token", text.Replace(written, open, StringComparison.Ordinal));

        var fault = FaultOf(Trusting);

        Assert.Contains("TokenFunctions__TrustFunctionKeys=true", fault, StringComparison.Ordinal);
        Assert.Contains("Token/function.json has authLevel anonymous", fault, StringComparison.Ordinal);
        Assert.Contains("TokenFunctions__AdminKey", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("Health", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{*any}")]
    [InlineData("token")]
    [InlineData(null)]
    public void Only_the_routes_that_serve_anybody_may_be_open_whatever_their_function_is_called(string? route)
    {
        var text = Repository.Read("src/TokenFunctions.Host/Functions/Health/function.json");
        Describe("Health", route is null
            ? text.Replace("\"route\"", "\"path\"", StringComparison.Ordinal)
            : text.Replace("\"health\"", $"\"{route}\"", StringComparison.Ordinal));

        Assert.Contains("Health/function.json has authLevel anonymous", FaultOf(Trusting), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"bindings\": [ 1, {\"authLevel\": 2} ] }", true)]
    [InlineData("{\"bindings\": [ {\"authLevel\": ")]
    public void A_description_that_cannot_be_read_stops_the_start(string text, bool starts = false)
    {
        Describe("Strange", text);

        if (starts) Assert.True(SettingsReader.Read(Configuration(Trusting), app.Path).TrustFunctionKeys);
        else Assert.Contains("Strange/function.json cannot be read", FaultOf(Trusting), StringComparison.Ordinal);
    }

    [Fact]
    public void An_app_folder_that_is_not_there_stops_the_start() =>
        Assert.Contains(
            "cannot be read",
            Assert.Throws<SettingsException>(() => SettingsReader.Read(Configuration(Trusting), app.File("nowhere"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Where_those_keys_are_not_trusted_functions_may_ask_for_none()
    {
        Describe("Token", Repository.Read("src/TokenFunctions.Host/Functions/Token/function.json")
            .Replace("\"function\"", "\"anonymous\"", StringComparison.Ordinal));

        Assert.False(SettingsReader.Read(Configuration([.. Trusting[..2], Admin]), app.Path).TrustFunctionKeys);
        Assert.Contains("Token/function.json", FaultOf([.. Trusting, Admin]), StringComparison.Ordinal);
    }

    private string FaultOf((string, string)[] variables) =>
        Assert.Throws<SettingsException>(() => SettingsReader.Read(Configuration(variables), app.Path)).Message;

    private void Describe(string function, string text)
    {
        Directory.CreateDirectory(app.File(function));
        File.WriteAllText(Path.Combine(app.File(function), "function.json"), text);
    }
}
