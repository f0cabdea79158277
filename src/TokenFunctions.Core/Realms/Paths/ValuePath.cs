using System.Text.Json;
using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Paths;

/// <summary>Where in an answer a value is: empty for the whole body as text, <c>header:Name</c>, <c>cookie:NAME</c>,
/// else a key, or keys and indexes with dots between; the segment <c>@json</c> goes into a JSON text.</summary>
internal sealed class ValuePath
{
    /// <summary>The whole body as text.</summary>
    public static readonly ValuePath Whole = new("");

    private const string HeaderMark = "header:";
    private const string CookieMark = "cookie:";

    private readonly string[] segments;

    /// <summary>Parses a path; every text is one.</summary>
    public ValuePath(string text)
    {
        // Half of a surrogate pair is the name of nothing, and looking for it would throw.
        Text = string.Concat(text.EnumerateRunes());
        (Kind, Name) = KindOf(Text);
        segments = Kind == PathKind.Keys ? Text.Split('.') : [];
    }

    /// <summary>The path as it was written.</summary>
    public string Text { get; }

    /// <summary>Which part of an answer it looks at.</summary>
    public PathKind Kind { get; }

    /// <summary>The name of the header or cookie; empty for the others.</summary>
    public string Name { get; }

    /// <summary>Whether it is the whole body.</summary>
    public bool IsWhole => Kind == PathKind.Whole;

    /// <summary>The value there, in a structured body; absent when there is none or it is null.</summary>
    public Datum Within(JsonElement root)
    {
        // The first system knew flat keys only, and a key may hold a dot: the exact key comes before the dots.
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(Text, out var exact)) return Datum.Of(exact);
        return PathWalk.From(root, segments);
    }

    /// <summary>The value there, in a text that <c>@json</c> may open; absent when there is none.</summary>
    public Datum Within(string text) =>
        Kind == PathKind.Keys ? PathWalk.From(text, segments) : default;

    private static (PathKind Kind, string Name) KindOf(string text)
    {
        if (text.Length == 0) return (PathKind.Whole, "");
        if (text.StartsWith(HeaderMark, StringComparison.Ordinal)) return (PathKind.Header, text[HeaderMark.Length..]);
        if (text.StartsWith(CookieMark, StringComparison.Ordinal)) return (PathKind.Cookie, text[CookieMark.Length..]);
        return (PathKind.Keys, "");
    }
}
