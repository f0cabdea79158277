using Microsoft.Extensions.Logging.Abstractions;
using TokenFunctions.Client.Snapshots;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Client.Tests.Snapshots;

/// <summary>Files that cannot be opened, read or written: each is told, and none stops the program.</summary>
public sealed class SnapshotFaultTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly ManualTime time = new();

    private string Path => folder.File("tokens.snapshot");

    [Fact]
    public async Task A_file_with_any_one_bit_changed_is_ignored()
    {
        var whole = await MakeAsync();
        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var broken = whole.ToArray();
            broken[bit / 8] ^= (byte)(1 << (bit % 8));
            await IsIgnoredAsync(broken, $"bit {bit}");
        }
    }

    [Fact]
    public async Task A_file_that_was_cut_is_ignored()
    {
        var whole = await MakeAsync();
        for (var length = 0; length < whole.Length; length++) await IsIgnoredAsync(whole[..length], $"{length} bytes");
    }

    [Fact]
    public async Task A_file_of_something_else_is_ignored()
    {
        await IsIgnoredAsync("{\"tokens\":[]}"u8.ToArray(), "text");
        await IsIgnoredAsync(new byte[4096], "zeros");
        await IsIgnoredAsync(new byte[SnapshotFile.MaxBytes + 1], "too large");
        var seal = new SnapshotSeal(KeyOf(SnapshotLife.Key), SnapshotLife.Address);
        foreach (var text in new[] { "", "[]", "{}", "{\"v\":2,\"tokens\":[]}", "{\"v\":1,\"tokens\":[{}]}", "{\"v\":1,\"tokens\":[{\"realm\":1}]}" })
            await IsIgnoredAsync(seal.Seal(System.Text.Encoding.UTF8.GetBytes(text)), text);
    }

    [Fact]
    public async Task A_file_of_another_key_or_another_service_is_ignored_and_told_without_a_secret()
    {
        await MakeAsync();
        var other = Convert.ToBase64String(new byte[32]);
        await using (var life = new SnapshotLife(Path, time, key: other))
        {
            Assert.Equal(0, life.Cache.Count);
            var line = Assert.Single(life.Logs.All);
            Assert.Contains(Path, line, StringComparison.Ordinal);
            Assert.All(new[] { other, SnapshotLife.Key }.SelectMany(Forms.Of), form =>
                Assert.DoesNotContain(form, line, StringComparison.Ordinal));
        }

        foreach (var address in new[] { "https://tokens.example.org", "https://tokens.example.com:8443", "https://tokens.example.com/other" })
        {
            await using var life = new SnapshotLife(Path, time, address: new Uri(address));
            Assert.Equal((0, 1), (life.Cache.Count, life.Logs.All.Count));
        }

        await using var same = new SnapshotLife(Path, time, address: new Uri("https://TOKENS.example.com:443/"));
        Assert.Equal((1, 0), (same.Cache.Count, same.Logs.All.Count));
    }

    [Fact]
    public async Task A_broken_file_is_written_anew()
    {
        await File.WriteAllTextAsync(Path, "broken");
        await MakeAsync();
        await using var next = new SnapshotLife(Path, time);
        Assert.Equal(1, next.Cache.Count);
    }

    [Theory]
    [InlineData("/proc/tokens.snapshot")]
    [InlineData("/proc/no/such/folder/tokens.snapshot")]
    public async Task A_folder_that_nobody_can_write_to_is_told_once_and_tokens_go_on(string path)
    {
        if (!OperatingSystem.IsLinux()) return;
        await using var life = new SnapshotLife(path, time);
        for (var n = 1; n < 5; n++)
        {
            life.Gives($"token-{n}", n);
            life.Cache.Forget("demo");
            Assert.Equal($"token-{n}", (await life.Ask()).Token!.Value.Reveal());
            time.Advance(TimeSpan.FromSeconds(5));
        }

        await life.DisposeAsync();
        Assert.Contains("cannot be written", Assert.Single(life.Logs.All), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_leaves_the_old_file_and_is_tried_again()
    {
        if (!OperatingSystem.IsLinux()) return;
        var whole = await MakeAsync();
        var full = new SnapshotFile(Path, _ => new FileStream("/dev/full", FileMode.Open, FileAccess.Write));
        Assert.Throws<IOException>(() => full.Write(new byte[100_000]));
        Assert.Equal(whole, await File.ReadAllBytesAsync(Path));
        Assert.Equal([Path], Directory.GetFiles(folder.Path));

        var isFull = true;
        var later = new SnapshotFile(Path, name => isFull
            ? new FileStream("/dev/full", FileMode.Open, FileAccess.Write)
            : new FileStream(name, FileMode.CreateNew));
        await using var life = new SnapshotLife(folder.File("unused"), time);
        var seal = new SnapshotSeal(KeyOf(SnapshotLife.Key), SnapshotLife.Address);
        await using var snapshot = new TokenSnapshot(
            life.Cache, later, seal, life.Clock, NullLogger<TokenSnapshot>.Instance);
        life.Gives("later", 2);
        await life.Ask();
        time.Advance(TimeSpan.FromSeconds(5));
        isFull = false;
        await Eventually.HoldsAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(5));
                return !File.ReadAllBytes(Path).AsSpan().SequenceEqual(whole);
            },
            "the new file");
    }

    [Fact]
    public async Task What_killed_programs_left_is_removed_when_it_is_old()
    {
        var (old, fresh, other) = ($"{Path}.a.unfinished", $"{Path}.b.unfinished", folder.File("else.a.unfinished"));
        foreach (var left in new[] { old, fresh, other })
        {
            await File.WriteAllTextAsync(left, "x");
            File.SetLastWriteTimeUtc(left, time.GetUtcNow().UtcDateTime.AddMinutes(left == fresh ? -1 : -60));
        }

        await new SnapshotLife(Path, time).DisposeAsync();
        Assert.Equal([other, fresh], Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Options_without_a_usable_key_are_refused_without_telling_it()
    {
        var options = new TokenFunctionsOptions { Address = SnapshotLife.Address, SnapshotFile = Path, SnapshotKey = new SecretText("c2hvcnQ=") };
        var cache = new SnapshotLife(folder.File("unused"), time).Cache;
        var refused = Assert.Throws<ArgumentException>(
            () => TokenSnapshot.Open(options, cache, new Storage.StoreClock(time), NullLogger<TokenSnapshot>.Instance));
        Assert.DoesNotContain("c2hvcnQ", refused.ToString(), StringComparison.Ordinal);
        Assert.Null(TokenSnapshot.Open(new TokenFunctionsOptions(), cache, new Storage.StoreClock(time), NullLogger<TokenSnapshot>.Instance));
    }

    public void Dispose() => folder.Dispose();

    private static Storage.Sealing.SealingKey KeyOf(string text)
    {
        Assert.True(Storage.Sealing.SealingKey.TryParse(text, out var key));
        return key;
    }

    private async Task<byte[]> MakeAsync()
    {
        await using (var life = new SnapshotLife(Path, time))
        {
            life.Gives("first");
            await life.Ask();
        }

        return await File.ReadAllBytesAsync(Path);
    }

    private async Task IsIgnoredAsync(byte[] content, string what)
    {
        await File.WriteAllBytesAsync(Path, content);
        await using var life = new SnapshotLife(Path, time);
        Assert.True(life.Cache.Count == 0 && life.Logs.All.Count == 1, what);
    }
}
