using System.Text;
using TokenFunctions.Processes.App;
using TokenFunctions.Processes.Scenarios;
using TokenFunctions.Testing;
using TokenFunctions.Testing.Servers;

namespace TokenFunctions.App.Tests.Tests;

/// <summary>The short form of the rotation of the sealing key.</summary>
[Collection("apps")]
public sealed class SealingRotationTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [NodeFact]
    [Against("Azurite")]
    public async Task The_sealing_key_is_replaced_under_load_with_no_failed_read()
    {
        var azurite = new AzuriteServer();
        await azurite.InitializeAsync();
        try
        {
            await SealingRotation.RunAsync(new AppSettings(folder.Path), azurite, 20, 4);
            await azurite.StopAsync();
            foreach (var (name, bytes) in await azurite.ReadFilesAsync()) Evidence.Keep(name, Encoding.Latin1.GetString(bytes));
        }
        finally
        {
            await azurite.DisposeAsync();
        }
    }
}
