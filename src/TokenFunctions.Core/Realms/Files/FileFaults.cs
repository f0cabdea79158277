using TokenFunctions.Diagnostics;

namespace TokenFunctions.Realms.Files;

/// <summary>What is wrong with one file; reading goes on behind a fault, so that all are told at once.</summary>
/// <param name="file">The file's name, without its folder.</param>
/// <param name="all">The faults of the whole folder, which these are added to.</param>
internal sealed class FileFaults(string file, List<string> all)
{
    /// <summary>Adds a fault of the file as a whole.</summary>
    public void Add(string message) => all.Add(PlainText.Of($"{file}: {message}"));

    /// <summary>Adds a fault of one place in the file.</summary>
    /// <param name="pointer">The place (RFC 6901).</param>
    /// <param name="message">What is wrong there, without the value.</param>
    public void Add(string pointer, string message) => all.Add(PlainText.Of($"{file}: {pointer} {message}"));
}
