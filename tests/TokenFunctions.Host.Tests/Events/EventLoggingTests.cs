using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TokenFunctions.Host.Tests.Settings;
using TokenFunctions.Hosting.Events;

namespace TokenFunctions.Host.Tests.Events;

/// <summary>What the settings of levels do to the events that alerts search for.</summary>
public sealed class EventLoggingTests
{
    [Theory]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("Logging:LogLevel:TokenFunctions")]
    [InlineData("Logging:LogLevel:TokenFunctions.Sweeping")]
    [InlineData("Logging:Events:LogLevel:Default")]
    public async Task A_level_for_all_does_not_silence_the_heartbeat(string name) =>
        Assert.Equal((true, false), await HearsAsync("TokenFunctions.Sweeping.Sweep", name, "Warning"));

    [Theory]
    [InlineData("Logging:LogLevel:Default", "Error")]
    [InlineData("Logging:LogLevel:Microsoft.AspNetCore", "Error")]
    public async Task The_framework_is_told_as_the_settings_say(string name, string level) =>
        Assert.Equal((false, false), await HearsAsync("Microsoft.AspNetCore.Some", name, level));

    [Fact]
    public async Task A_level_for_the_events_themselves_is_obeyed()
    {
        const string Name = "Logging:Events:LogLevel:TokenFunctions";

        Assert.Equal((false, false), await HearsAsync("TokenFunctions.Sweeping.Sweep", Name, "Warning"));
        Assert.Equal((true, true), await HearsAsync("TokenFunctions.Sweeping.Sweep", Name, "Debug"));
    }

    private static async Task<(bool Information, bool Debug)> HearsAsync(string category, string name, string level)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>(name, level)]);
        builder.LogAsSet(Given.Read(("TokenFunctions__Storage", "memory"), ("TokenFunctions__Log", "json")));
        await using var app = builder.Build();
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(category);
        return (logger.IsEnabled(LogLevel.Information), logger.IsEnabled(LogLevel.Debug));
    }
}
