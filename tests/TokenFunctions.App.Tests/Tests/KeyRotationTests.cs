using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Scenarios;
using TokenFunctions.Testing;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>A caller's key is changed under load.</summary>
[Collection("apps")]
public sealed class KeyRotationTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task A_key_is_changed_without_a_refused_call_and_the_old_one_is_refused_everywhere_in_time() =>
        KeyRotation.RunAsync(new AppSettings(folder.Path));
}
