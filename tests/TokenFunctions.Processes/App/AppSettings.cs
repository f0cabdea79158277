using System.Globalization;

namespace TokenFunctions.Processes.App;

/// <summary>What an app is started with: short times, every log line, and an environment free of the tester's own settings.</summary>
internal sealed record AppSettings(string Folder)
{
    /// <summary>The port; null = any free one.</summary>
    public int? Port { get; init; }

    /// <summary>The program; another release's is another one.</summary>
    public string Executable { get; init; } = AppFolder.Executable;

    public string? AdminKey { get; init; }

    /// <summary>Further variables; a null removes one.</summary>
    public Dictionary<string, string?> Variables { get; init; } = [];

    /// <summary>Whether each answer is kept as evidence.</summary>
    public bool KeepsAnswers { get; init; } = true;

    /// <summary>For a load of thousands of requests: nothing but errors is logged, and no answer is kept.</summary>
    public AppSettings ForLoad() => (this with { KeepsAnswers = false }).With(
        ("Logging__LogLevel__Default", "Error"), ("Logging__LogLevel__Microsoft.AspNetCore", "Error"));

    public AppSettings With(params (string Name, string? Value)[] more)
    {
        var variables = new Dictionary<string, string?>(Variables);
        foreach (var (name, value) in more) variables[name] = value;
        return this with { Variables = variables };
    }

    public Dictionary<string, string?> Environment(int port)
    {
        var environment = new Dictionary<string, string?>
        {
            ["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
            ["Logging__LogLevel__Default"] = "Trace",
            ["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace",
            ["TokenFunctions__Egress__Allow"] = "http://127.0.0.1",
            ["TokenFunctions__AdminKey"] = AdminKey,
            // A lease of timeout_ms + 1.5 s.
            ["TokenFunctions__Times__LeaseReserveMs"] = "1000",
            ["TokenFunctions__Times__ClockSlackMs"] = "500",
            ["TokenFunctions__Times__SendMarginMs"] = "600",
            ["TokenFunctions__Times__LeastSendMs"] = "100",
            ["TokenFunctions__Times__PollMaxMs"] = "200",
        };
        foreach (var (name, value) in Variables) environment[name] = value;
        return environment;
    }
}
