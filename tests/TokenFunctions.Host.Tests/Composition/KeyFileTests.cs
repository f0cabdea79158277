using TokenFunctions.Hosting.Composition;
using TokenFunctions.Hosting.Settings;
using TokenFunctions.Storage.Sealing;
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

        Assert.Equal(Assert.Single(KeyFile.ReadOrMake(path)).Id, Assert.Single(KeyFile.ReadOrMake(path)).Id);
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

    [Fact]
    public void The_first_line_is_the_active_key_and_comments_and_empty_lines_are_passed_over()
    {
        var (one, two) = (New(), New());
        var path = Write($"# 2026-11, in use\n{one}\n\n  # 2025\r\n{two}\r\n");

        Assert.Equal([IdOf(one), IdOf(two)], KeyFile.ReadOrMake(path).Select(key => key.Id));
    }

    [Fact]
    public void A_line_that_is_no_key_is_told_by_its_number_and_not_shown()
    {
        var path = Write($"{New()}\n# old\nplanted-key\n");

        var e = Assert.Throws<SettingsException>(() => KeyFile.ReadOrMake(path));

        Assert.Contains($"Line 3 of the file {path} is not a sealing key", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but this\n")]
    public void A_file_without_any_key_is_a_fault(string text) =>
        Assert.Throws<SettingsException>(() => KeyFile.ReadOrMake(Write(text)));

    [Fact]
    public void A_key_that_is_there_twice_stops_the_start()
    {
        var (one, two) = (New(), New());

        Assert.Contains("is the active one", Fault($"{one}\n{two}\n{one}\n"), StringComparison.Ordinal);
        Assert.Contains("is there twice", Fault($"{one}\n{two}\n{two}\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_ten_older_keys_stop_the_start()
    {
        Assert.Equal(11, KeyFile.ReadOrMake(Write(Lines(11))).Count);
        Assert.Contains("holds more than 10 keys", Fault(Lines(12)), StringComparison.Ordinal);
    }

    private static string New() => Convert.ToBase64String(SealingKey.NewBytes());

    private static string Lines(int count) => string.Join('\n', Enumerable.Range(0, count).Select(_ => New()));

    private static string IdOf(string text) => SealingKey.TryParse(text, out var key) ? key.Id : "";

    private string Fault(string text) => Assert.Throws<SettingsException>(() => KeyFile.ReadOrMake(Write(text))).Message;

    private string Write(string text)
    {
        var path = Path.Combine(folder.Path, KeyFile.Name);
        File.WriteAllText(path, text);
        return path;
    }
}
