using TokenFunctions.Host.Composition;
using TokenFunctions.Host.Settings;
using TokenFunctions.Testing;

namespace TokenFunctions.Host.Tests.Composition;

public sealed class KeyFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_that_is_made_is_read_again()
    {
        var path = Path.Combine(folder.Path, "new", KeyFile.Name);

        Assert.Equal(KeyFile.ReadOrMake(path).Id, KeyFile.ReadOrMake(path).Id);
    }

    [Fact]
    public void A_file_that_cannot_be_made_is_a_fault_of_the_settings()
    {
        var notAFolder = Path.Combine(folder.Path, "file");
        File.WriteAllText(notAFolder, "x");
        var path = Path.Combine(notAFolder, KeyFile.Name);

        var e = Assert.Throws<SettingsException>(() => KeyFile.ReadOrMake(path));

        Assert.Contains(path, e.Message, StringComparison.Ordinal);
        Assert.Contains("TokenFunctions__SealingKey", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_a_key_is_not_replaced()
    {
        var path = Path.Combine(folder.Path, KeyFile.Name);
        File.WriteAllText(path, "not a key");

        Assert.Throws<SettingsException>(() => KeyFile.ReadOrMake(path));
        Assert.Equal("not a key", File.ReadAllText(path));
    }
}
