namespace TokenFunctions.Bill;

/// <summary>The licences that somebody has read; their texts are in the notices.</summary>
internal static class Licences
{
    private static readonly string[] Known = ["Apache-2.0", "MIT"];

    // From before packages named their licences by identifier.
    private static readonly Dictionary<string, string> ByAddress = new(StringComparer.Ordinal)
    {
        ["https://github.com/dotnet/corefx/blob/master/LICENSE.TXT"] = "MIT",
    };

    /// <summary>The licence of an identifier.</summary>
    /// <exception cref="BillException">Nobody has read it yet.</exception>
    public static Licence Named(string id, string package) => Known.Contains(id, StringComparer.Ordinal)
        ? new Licence(id)
        : throw Unread(package, id);

    /// <summary>The licence at an address, for packages that name nothing else.</summary>
    /// <exception cref="BillException">Nobody has read it yet.</exception>
    public static Licence At(string? address, string package) => ByAddress.TryGetValue(address ?? "", out var id)
        ? new Licence(id)
        : throw Unread(package, address ?? "no licence at all");

    /// <summary>The licence that a package brings as a text.</summary>
    public static Licence Of(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Trim();
        return new Licence(lines.Split('\n')[0].Trim(), lines);
    }

    /// <summary>The text of a known licence.</summary>
    public static string TextOf(string id)
    {
        using var stream = typeof(Licences).Assembly.GetManifestResourceStream($"{id}.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim('\n');
    }

    private static BillException Unread(string package, string what) => new(
        $"{package} comes under {what}. Read it; where it may be shipped, add its text to"
        + " build/TokenFunctions.Bill/Licences and its name to Licences.cs.");
}
