namespace TokenFunctions.Package;

/// <summary>What the Functions host starts, by its host.json.</summary>
/// <param name="Program">A file of the package, or a program of the machine.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record Handler(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>The program as a file of the package; null = it is one of the machine. The host decides so too:
    /// by whether there is such a file.</summary>
    public string? OwnProgram(string folder) => File.Exists(Path.Combine(folder, Program)) ? Program : null;
}
