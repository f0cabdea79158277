using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Scenarios;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>The short form of the storm; <c>bench</c> has the long one.</summary>
[Collection("apps")]
public sealed class WrongKeyStormTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task A_thousand_wrong_keys_a_second_keep_no_right_caller_waiting() =>
        WrongKeyStorm.RunAsync(new AppSettings(folder.Path), TimeSpan.FromSeconds(5));
}
