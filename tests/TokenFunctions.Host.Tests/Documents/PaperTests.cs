using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using TokenFunctions.Hosting.Settings;
using TokenFunctions.Http;

namespace TokenFunctions.Host.Tests.Documents;

/// <summary>The settings and routes that the papers on security name exist, and so do the pages that they link.</summary>
public sealed partial class PaperTests
{
    public static TheoryData<string> Papers =>
    [
        "SECURITY.md", "docs/asvs.md", "docs/console.md", "docs/deploy.md", "docs/fronts.md", "docs/inventory.md",
        "docs/metrics.md", "docs/operate.md", "docs/performance.md", "docs/supply.md", "docs/upgrade.md",
    ];

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_setting_that_is_named_is_one(string paper)
    {
        var named = Setting().Matches(Repository.Read(paper)).Select(m => m.Value.Replace("__", ":", StringComparison.Ordinal));
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(named.Distinct().Select(name => KeyValuePair.Create(name, (string?)"x")))
            .Build();

        Assert.Empty(SettingNames.Check(configuration.GetSection("TokenFunctions")));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_route_that_is_named_is_one(string paper)
    {
        var routes = RouteTable.All.Select(r => $"{r.Method} {r.Template}").ToHashSet(StringComparer.Ordinal);

        Assert.All(Route().Matches(Repository.Read(paper)).Select(RouteOf), route => Assert.Contains(route, routes));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_page_that_is_linked_is_there(string paper)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, paper))!;

        Assert.All(
            Link().Matches(Repository.Read(paper)).Select(m => m.Groups["page"].Value),
            page => Assert.True(File.Exists(Path.Combine(folder, page)), $"{paper} links {page}, which is not there."));
    }

    [Fact]
    public void The_paper_on_security_names_settings_and_routes_at_all()
    {
        var text = Repository.Read("SECURITY.md");

        Assert.True(Setting().Count(text) > 10 && Route().Count(text) > 5);
    }

    // A route without its method is looked for as GET.
    private static string RouteOf(Match named) =>
        $"{(named.Groups["method"].Value is { Length: > 0 } method ? method : "GET")} {named.Groups["path"].Value}";

    [GeneratedRegex("TokenFunctions__[A-Za-z]+(__[A-Za-z]+)?", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Setting();

    [GeneratedRegex("`((?<method>GET|POST|DELETE) )?(?<path>/api/[a-z-]+([.]json)?(/[a-z{}-]+)*)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Route();

    [GeneratedRegex(@"\]\((?<page>(?!https?:)[^)#]+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Link();
}
