using TokenFunctions.Realms.Config;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms.Paths;

/// <summary>Paths to try in order: the first one with something there counts.</summary>
internal sealed class PathList(IReadOnlyList<ValuePath> paths)
{
    /// <summary>The paths in order.</summary>
    public IReadOnlyList<ValuePath> Paths => paths;

    /// <summary>The paths in words, for messages.</summary>
    public string InWords =>
        string.Join(" or ", paths.Select(path => path.IsWhole ? "the whole body" : $"`{ConfigText.Show(path.Text)}`"));

    /// <summary>Paths as the schema's defaults name them.</summary>
    public static PathList Of(params string[] paths) => new([.. paths.Select(path => new ValuePath(path))]);

    /// <summary>The first text or number that is present and not empty; null when there is none.</summary>
    public FoundText? Find(AnswerBody body) => Find(body, static _ => true);

    /// <summary>The first text or number that is present, not empty and wanted; null when there is none.</summary>
    public FoundText? Find(AnswerBody body, Func<string, bool> isWanted)
    {
        foreach (var path in paths)
            if (body.Find(path) is { IsScalar: true, Text: { Length: > 0 } text } && isWanted(text))
                return new(path, text);
        return null;
    }
}
