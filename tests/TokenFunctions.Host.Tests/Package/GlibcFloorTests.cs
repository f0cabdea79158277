using System.Text;
using TokenFunctions.Package.Native;
using TokenFunctions.Testing;

namespace TokenFunctions.Host.Tests.Package;

public sealed class GlibcFloorTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_newest_version_that_a_library_names_is_its_floor()
    {
        var library = Directory.GetFiles(AppContext.BaseDirectory, "libe_sqlite3.so", SearchOption.AllDirectories)
            .Single(f => f.Contains("linux-x64", StringComparison.Ordinal));
        File.Copy(library, folder.File("libe_sqlite3.so"));
        File.WriteAllText(folder.File("text.txt"), "GLIBC_9.9");

        var floor = Assert.Single(GlibcFloor.Of(folder.Path));

        var named = Encoding.Latin1.GetString(File.ReadAllBytes(library)).Split('\0')
            .Where(text => text.StartsWith("GLIBC_", StringComparison.Ordinal))
            .Select(text => Version.Parse(text["GLIBC_".Length..]));
        Assert.Equal((named.Max(), "libe_sqlite3.so", false), (floor.Version, floor.File, floor.IsAlwaysNeeded));
    }

    [Fact]
    public void A_file_that_is_none_is_left_out_however_short()
    {
        File.WriteAllBytes(folder.File("short"), [0x7f, 0x45]);
        File.WriteAllBytes(folder.File("other"), "\u007fELF\u0001\u0001 32 bits"u8);

        Assert.Empty(GlibcFloor.Of(folder.Path));
    }
}
