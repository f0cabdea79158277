using static TokenFunctions.Host.Tests.Settings.Given;

namespace TokenFunctions.Host.Tests.Settings;

public sealed class LogReaderTests
{
    private static readonly (string, string)[] UnderFunctions =
        [("FUNCTIONS_CUSTOMHANDLER_PORT", "40001"), ("TokenFunctions__Storage", "memory"), ("TokenFunctions__TrustFunctionKeys", "true")];

    [Fact]
    public void By_itself_the_app_writes_text_unless_lines_of_JSON_are_wanted() => Assert.Equal(
        (false, false, true),
        (Read().LogsJson, Read(("TokenFunctions__Log", "text")).LogsJson, Read(("TokenFunctions__Log", "json")).LogsJson));

    [Fact]
    public void Under_the_Functions_host_each_event_is_a_line_of_JSON()
    {
        Assert.True(Read(UnderFunctions).LogsJson);
        Assert.True(Read([.. UnderFunctions, ("TokenFunctions__Log", "json")]).LogsJson);
        Assert.Contains("TokenFunctions__Log=text holds only", Fault([.. UnderFunctions, ("TokenFunctions__Log", "text")]), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_else_is_a_form() =>
        Assert.Contains("TokenFunctions__Log must be json or text", Fault(("TokenFunctions__Log", "xml")), StringComparison.Ordinal);
}
