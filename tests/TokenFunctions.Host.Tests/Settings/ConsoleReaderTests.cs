using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TokenFunctions.Host.Composition;
using TokenFunctions.Host.Demo;
using TokenFunctions.Http.Console;
using static TokenFunctions.Host.Tests.Settings.Given;

namespace TokenFunctions.Host.Tests.Settings;

public sealed class ConsoleReaderTests
{
    private const string Address = "http://127.0.0.1:7071";
    private static readonly (string, string) Off = ("TokenFunctions__Console", "off");

    [Fact]
    public void The_console_is_served_unless_it_is_off() => Assert.Equal(
        (true, true, false),
        (Read().ServesConsole, Read(("TokenFunctions__Console", " on ")).ServesConsole, Read(Off).ServesConsole));

    [Theory]
    [InlineData("false")]
    [InlineData("Off")]
    [InlineData("1")]
    public void Nothing_else_says_so(string value) =>
        Assert.Contains("TokenFunctions__Console must be on or off", Fault(("TokenFunctions__Console", value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("on", true)]
    [InlineData("off", false)]
    public async Task The_app_does_as_is_set(string value, bool isOn)
    {
        await using var app = WebApplication.CreateSlimBuilder()
            .Build(Read(("TokenFunctions__Storage", "memory"), ("TokenFunctions__Console", value)));
        Assert.Equal(isOn, app.Services.GetRequiredService<ConsoleSwitch>().IsOn);
    }

    [Fact]
    public void Who_starts_the_app_by_hand_is_told_where_it_is()
    {
        var (demo, plain) = (DemoText.Demo(Address, "http://127.0.0.1:1", Read()), DemoText.Started(Address, Read()));
        Assert.All([demo, plain], text => Assert.Contains($"{Address}/api/console", text, StringComparison.Ordinal));
        Assert.All(
            [DemoText.Demo(Address, "http://127.0.0.1:1", Read(Off)), DemoText.Started(Address, Read(Off))],
            text => Assert.DoesNotContain("/api/console", text, StringComparison.Ordinal));
    }
}
