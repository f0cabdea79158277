using TokenFunctions.Bill;

namespace TokenFunctions.Host.Tests.Documents;

/// <summary>THIRD-PARTY-NOTICES.md lists what is shipped and nothing else.</summary>
public sealed class NoticesTests
{
    private static readonly Shipment Shipped = Shipment.Read(Repository.HostAssets, "net10.0/linux-x64", []);

    [Fact]
    public void Each_shipped_package_is_listed_and_no_other()
    {
        var listed = Repository.Read("THIRD-PARTY-NOTICES.md").Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..3]);

        Assert.Equal(Shipped.Packages.Select(p => $"{p.Id} {p.Version}"), listed.Select(cells => string.Join(' ', cells)));
    }

    [Fact]
    public void The_file_is_the_one_that_the_packages_make()
    {
        Assert.Equal(NoticesFile.Of(Shipped), Repository.Read("THIRD-PARTY-NOTICES.md"));
    }

    [Fact]
    public void What_only_builds_or_tests_is_not_listed()
    {
        string[] tools = ["Meziantou.Analyzer", "Microsoft.CodeAnalysis.BannedApiAnalyzers", "Microsoft.NET.ILLink.Tasks", "xunit"];

        Assert.Empty(Shipped.Packages.Select(p => p.Id).Intersect(tools, StringComparer.Ordinal));
    }

    [Fact]
    public void A_licence_that_nobody_has_read_stops_the_bill()
    {
        Assert.Contains("Some.Package", Assert.Throws<BillException>(() => Licences.Named("GPL-3.0-only", "Some.Package 1.0")).Message, StringComparison.Ordinal);
        Assert.Throws<BillException>(() => Licences.At("https://example.com/terms", "Some.Package 1.0"));
        Assert.Throws<BillException>(() => Licences.At(null, "Some.Package 1.0"));
    }
}
