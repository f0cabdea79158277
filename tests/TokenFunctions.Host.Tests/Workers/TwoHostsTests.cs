using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TokenFunctions.Host.Tests.Documents;

namespace TokenFunctions.Host.Tests.Workers;

/// <summary>The isolated worker has the functions of the custom handler, no more and no others.</summary>
public sealed class TwoHostsTests
{
    private static readonly IReadOnlyList<HttpFunction> OfWorker = [.. WorkerSources.Http(WorkerSources.Functions)];

    [Fact]
    public void Names_verbs_routes_and_levels_are_the_same()
    {
        Assert.NotEmpty(OfWorker);
        Assert.Distinct(OfWorker);
        Assert.Equal(FunctionFiles.Http.OrderBy(f => f.ToString(), StringComparer.Ordinal), OfWorker.OrderBy(f => f.ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public void No_function_of_the_worker_is_named_twice_or_left_out() =>
        Assert.Equal(FunctionFiles.Triggers.Keys.Order(StringComparer.Ordinal), WorkerSources.Functions.Select(f => f.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Nothing_is_triggered_that_is_no_function() => Assert.Equal(WorkerSources.Functions.Count, WorkerSources.Triggers.Count);

    [Fact]
    public void A_function_is_one_call() => Assert.All(WorkerSources.Functions, function => Assert.Equal(
        function.Name == "PreRefresh" ? "tick.RunAsync(cancellationToken)" : "door.ServeAsync(request)",
        function.Method.ExpressionBody?.Expression.ToString()));

    [Fact]
    public void The_host_finds_the_functions() => Assert.All(WorkerSources.Functions, function =>
    {
        Assert.Contains("public", function.Method.Modifiers.Select(m => m.Text));
        var group = Assert.IsType<ClassDeclarationSyntax>(function.Method.Parent);
        Assert.Equal(["public", "sealed"], group.Modifiers.Select(m => m.Text));
        Assert.Null(group.TypeParameterList);
        Assert.IsAssignableFrom<BaseNamespaceDeclarationSyntax>(group.Parent);
    });

    [Fact]
    public void The_timer_ticks_by_the_setting_whose_sample_is_the_other_hosts_schedule()
    {
        var timers = WorkerSources.Functions.Select(f => (f.Name, Trigger: WorkerSources.Trigger(f.Method, "TimerTrigger"))).Where(f => f.Trigger is not null);
        var (name, trigger) = Assert.Single(timers);
        var other = FunctionFiles.Triggers[name];

        // Without further arguments a schedule is monitored, and nothing runs at the start.
        Assert.Equal("%PreRefreshSchedule%", WorkerSources.Text(Assert.Single(trigger!.ArgumentList!.Arguments)));
        Assert.True(other.GetProperty("useMonitor").GetBoolean());
        Assert.False(other.GetProperty("runOnStartup").GetBoolean());
        Assert.Equal(other.GetProperty("schedule").GetString(), Settings($"{WorkerSources.Folder}/")["PreRefreshSchedule"]!.GetValue<string>());
    }

    [Fact]
    public void Their_settings_of_the_host_differ_by_the_handler_only()
    {
        var (custom, worker) = (Json("host.json"), Json($"{WorkerSources.Folder}/host.json"));

        Assert.NotNull(custom["customHandler"]);
        custom.Remove("customHandler");
        Assert.Equal(custom.ToJsonString(), worker.ToJsonString());
    }

    [Fact]
    public void Their_sample_settings_differ_by_runtime_and_schedule_only()
    {
        var (custom, worker) = (Settings(""), Settings($"{WorkerSources.Folder}/"));

        Assert.Equal("dotnet-isolated", worker["FUNCTIONS_WORKER_RUNTIME"]!.GetValue<string>());
        worker["FUNCTIONS_WORKER_RUNTIME"] = "custom";
        worker.Remove("PreRefreshSchedule");
        Assert.Equal(custom.ToJsonString(), worker.ToJsonString());
    }

    private static JsonObject Json(string path) => JsonNode.Parse(Repository.Read(path))!.AsObject();

    private static JsonObject Settings(string folder) => Json($"{folder}local.settings.sample.json")["Values"]!.AsObject();
}
