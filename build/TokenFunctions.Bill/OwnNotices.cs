namespace TokenFunctions.Bill;

/// <summary>The notices that packages bring for what they contain in their turn.</summary>
internal static class OwnNotices
{
    private const string Name = "THIRD-PARTY-NOTICES.TXT";

    /// <summary>Whether a package brings some.</summary>
    public static bool Has(Package package) => File.Exists(FileOf(package));

    /// <summary>Copies them into a folder, one file a package, and removes those of other packages.</summary>
    public static void Copy(Shipment shipment, string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        foreach (var package in shipment.Packages.Where(Has))
            File.Copy(FileOf(package), Path.Combine(folder, $"{package.Id}.txt"));
    }

    private static string FileOf(Package package) => Path.Combine(package.Folder, Name);
}
