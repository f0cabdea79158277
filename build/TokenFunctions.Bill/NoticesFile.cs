using System.Text;

namespace TokenFunctions.Bill;

/// <summary>The file <c>THIRD-PARTY-NOTICES.md</c>: who made what is shipped, and under which licence.</summary>
internal static class NoticesFile
{
    private const string Head = """
        # Third-party notices

        The published service contains these packages. The table is made of the packages themselves, and a test fails
        when it is not what is shipped; [`bom.json`](docs/supply.md) in the published folder tells their hashes and what
        needs what.

        | package | version | licence | copyright |
        |---|---|---|---|

        """;

    private const string DotNet = """

        The program that starts the service is .NET's application host. A folder that was published self-contained or by
        ahead of time compilation also holds the runtime of .NET and ASP.NET Core: MIT, © .NET Foundation and
        Contributors. Packages that contain works of others bring notices of their own; publishing puts them into the
        folder `notices`.

        """;

    /// <summary>The text, with line feeds.</summary>
    public static string Of(Shipment shipment)
    {
        var text = new StringBuilder(Head);
        foreach (var package in shipment.Packages) text.Append(Row(package));
        text.Append(DotNet);
        var known = shipment.Packages.Where(p => p.Licence.Text is null).Select(p => p.Licence.Name);
        foreach (var name in known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            text.Append(Section(name, Licences.TextOf(name)));
        foreach (var package in shipment.Packages.Where(p => p.Licence.Text is not null))
            text.Append(Section($"{package.Id} {package.Version}", package.Licence.Text!));
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Row(Package package) =>
        $"| {package.Id} | {package.Version} | {package.Licence.Name} | {package.Copyright} |\n";

    private static string Section(string title, string text) => $"\n## {title}\n\n```\n{text}\n```\n";
}
