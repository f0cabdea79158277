using System.IO.Compression;
using TokenFunctions.Package.Zipping;
using TokenFunctions.Testing;

namespace TokenFunctions.Host.Tests.Package;

public sealed class UnixZipTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_program_may_be_run_and_nothing_else()
    {
        var zip = Write("app.zip");

        using var read = ZipFile.OpenRead(zip);
        Assert.Equal(
            [("Token/function.json", "100644"), ("TokenFunctions.Host", "100755"), ("host.json", "100644")],
            read.Entries.Select(e => (e.FullName, Convert.ToString(e.ExternalAttributes >>> 16, 8))));
        using var text = new StreamReader(read.GetEntry("Token/function.json")!.Open());
        Assert.Equal("of Token/function.json", text.ReadToEnd());
    }

    [Fact]
    public void Each_entry_says_that_its_mode_is_one_of_Unix()
    {
        var bytes = File.ReadAllBytes(Write("app.zip"));

        var entries = Enumerable.Range(0, bytes.Length - 4).Where(i => bytes.AsSpan(i).StartsWith("PK\u0001\u0002"u8)).ToList();
        Assert.Equal(3, entries.Count);
        Assert.All(entries, at => Assert.Equal(3, bytes[at + 5]));
    }

    [Fact]
    public void The_same_files_give_the_same_bytes() =>
        Assert.Equal(File.ReadAllBytes(Write("one.zip")), File.ReadAllBytes(Write("two.zip")));

    private string Write(string zip)
    {
        var app = folder.File("app");
        foreach (var name in (string[])["TokenFunctions.Host", "host.json", "Token/function.json"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(app, name))!);
            File.WriteAllText(Path.Combine(app, name), $"of {name}");
        }

        UnixZip.Write(app, folder.File(zip), "TokenFunctions.Host");
        return folder.File(zip);
    }
}
