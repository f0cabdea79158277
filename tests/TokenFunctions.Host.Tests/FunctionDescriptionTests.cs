using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using TokenFunctions.Host.Composition;
using TokenFunctions.Host.Tests.Settings;
using TokenFunctions.Http.Access;

namespace TokenFunctions.Host.Tests;

/// <summary>Every function.json against the routes that the app really maps, both ways.</summary>
public sealed class FunctionDescriptionTests
{
    private static readonly string Root =
        typeof(FunctionDescriptionTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;

    [Fact]
    public async Task Every_route_of_the_API_has_a_function_and_every_function_a_route()
    {
        var mapped = (await MappedAsync()).Where(r => r.Path.StartsWith("/api/", StringComparison.Ordinal)).Order();
        var described = Described().Order();

        Assert.Equal(mapped, described);
        Assert.NotEmpty(described);
    }

    [Fact]
    public async Task The_timers_name_is_the_path_that_the_app_maps_and_no_function_is_reached_by_it_from_outside()
    {
        var timer = Assert.Single(Functions(), f => Trigger(f.Json).GetProperty("type").GetString() == "timerTrigger");

        Assert.Contains(("POST", $"/{timer.Name}", true), await MappedAsync());
        Assert.DoesNotContain(Described(), r => r.Path.Contains(timer.Name, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task By_itself_the_app_maps_no_timer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        await using var app = builder.Build(Given.Read(("TokenFunctions__Storage", "memory")));

        Assert.DoesNotContain(Routes(app), r => r.Path.Contains("PreRefresh", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void No_route_takes_a_word_that_the_Functions_host_keeps() =>
        Assert.DoesNotContain(Described(), r => r.Path.StartsWith("/api/admin", StringComparison.Ordinal) || r.Path.StartsWith("/api/runtime", StringComparison.Ordinal));

    private static async Task<List<(string Method, string Path, bool Anonymous)>> MappedAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        await using var app = builder.Build(Given.Read(
            ("TokenFunctions__Storage", "memory"), ("FUNCTIONS_CUSTOMHANDLER_PORT", "40001"), ("TokenFunctions__TrustFunctionKeys", "true")));
        return Routes(app);
    }

    private static List<(string Method, string Path, bool Anonymous)> Routes(IEndpointRouteBuilder app) =>
    [
        .. from endpoint in app.DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
           select (method, endpoint.RoutePattern.RawText!, endpoint.Metadata.GetMetadata<Need>() == Need.None),
    ];

    private static List<(string Method, string Path, bool Anonymous)> Described() =>
    [
        .. from function in Functions()
           let trigger = Trigger(function.Json)
           where trigger.GetProperty("type").GetString() == "httpTrigger"
           from method in trigger.GetProperty("methods").EnumerateArray()
           select (method.GetString()!.ToUpperInvariant(), $"/api/{trigger.GetProperty("route").GetString()}",
               trigger.GetProperty("authLevel").GetString() == "anonymous"),
    ];

    private static IEnumerable<(string Name, JsonElement Json)> Functions() =>
        from folder in Directory.GetDirectories(Path.Combine(Root, "src", "TokenFunctions.Host", "Functions"))
        select (Path.GetFileName(folder), JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "function.json"))).RootElement);

    private static JsonElement Trigger(JsonElement function) =>
        function.GetProperty("bindings").EnumerateArray().First(b => b.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.Ordinal));
}
