namespace TokenFunctions.Realms.Responses;

/// <summary>Paths to try in order: the first one with something there counts.</summary>
internal sealed class PathList(IReadOnlyList<ValuePath> paths)
{
    /// <summary>The paths in words, for messages.</summary>
    public string InWords =>
        string.Join(" or ", paths.Select(path => path.IsWhole ? "the whole body" : $"`{path.Text}`"));

    /// <summary>Paths as the schema's defaults name them.</summary>
    public static PathList Of(params string[] paths) => new([.. paths.Select(path => new ValuePath(path))]);

    /// <summary>The first string or number that is present and not empty; null when there is none.</summary>
    public FoundText? Find(AnswerBody body)
    {
        foreach (var path in paths)
            if (TextAt(path, body) is { Length: > 0 } text) return new(path, text);
        return null;
    }

    private static string? TextAt(ValuePath path, AnswerBody body)
    {
        if (path.IsWhole) return body.Text;
        return body.Root is { } root && path.Find(root) is { } value ? value.Scalar() : null;
    }
}
