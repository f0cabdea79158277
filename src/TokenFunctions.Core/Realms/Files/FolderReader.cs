using TokenFunctions.Diagnostics;

namespace TokenFunctions.Realms.Files;

/// <summary>Reads a folder of realm files.</summary>
/// <param name="environment">Gives an environment variable; null = it is not set.</param>
public sealed class FolderReader(Func<string, string?> environment)
{
    private readonly List<RealmFile> realms = [];
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];

    /// <summary>Reads <c>FOLDER/*.json</c>, not what lies deeper.</summary>
    public FolderReading Read(string folder)
    {
        foreach (var path in Files(folder)) ReadFile(path);
        // A wrong folder would otherwise remove every realm there is.
        if (realms.Count == 0 && faults.Count == 0)
            faults.Add(PlainText.Of($"{folder} holds no realm: it has no file *.json"));
        return new FolderReading(realms, faults);
    }

    private IReadOnlyList<string> Files(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(PlainText.Of($"{folder} cannot be read: {e.Message}"));
            return [];
        }
    }

    private void ReadFile(string path)
    {
        var file = Path.GetFileName(path);
        var own = new FileFaults(file, faults);
        if (FileJson.Read(path, own) is not { } json) return;
        if (new RealmFileReader(own, environment).Read(json) is not { } realm) return;
        if (files.TryAdd(realm.Id, file)) realms.Add(realm);
        else own.Add("/id", $"is '{realm.Id}', as in {files[realm.Id]}; a realm has one file");
    }
}
