using TokenFunctions.Realms.Config;
using TokenFunctions.Realms.Paths;

namespace TokenFunctions.Realms.Templates;

/// <summary>Reads what stands between <c>${</c> and <c>}</c>.</summary>
internal static class ExpressionReader
{
    /// <summary>The piece, or what is wrong as the end of a sentence that begins with the place.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="names">The names it may use.</param>
    public static (TemplatePart? Part, string? Fault) Read(string text, NameTable names)
    {
        if (text == "now") return (new(TemplatePartKind.Now, ""), null);
        if (text == "now_ms") return (new(TemplatePartKind.NowMs, ""), null);
        var (head, rest) = Cut(text);
        return head switch
        {
            "uses" when rest is not null => Member(TemplatePartKind.Use, head, rest, names),
            "inputs" when rest is not null => Member(TemplatePartKind.Input, head, rest, names),
            "state" when rest is not null => Member(TemplatePartKind.State, head, rest, names),
            "steps" when rest is not null => Member(TemplatePartKind.Step, head, rest, names),
            "response" when rest is not null || names.AllowsResponse => Response(rest, names),
            _ => Name(head, rest, names),
        };
    }

    /// <summary>A var or a secret's field; null when the name can be neither.</summary>
    public static (TemplatePart? Part, string? Fault) Name(string name, string? path, NameTable names)
    {
        if (!FieldName.IsValid(name))
            return (null, "has a `${…}` that is not known; use ${now}, ${now_ms} or " + FieldName.InWords);
        var isVar = names.Has(TemplatePartKind.Var, name);
        if (!isVar && names.ComesLater(TemplatePartKind.Var, name))
            return (null, $"uses `{name}`, which comes later; move it before");
        if (isVar && names.IsRaw(name) && !names.AllowsRaw)
        {
            names.Use(TemplatePartKind.Var, name);
            return (null, RawBytes(name));
        }
        return Known(isVar ? TemplatePartKind.Var : TemplatePartKind.Field, name, path, names);
    }

    /// <summary>What is wrong with using raw bytes where text is wanted.</summary>
    public static string RawBytes(string name) =>
        $"uses `{name}`, which is raw bytes: they may be the whole `value` or `key` of a later var only;"
        + " give it another `output`";

    private static (TemplatePart? Part, string? Fault) Member(
        TemplatePartKind kind, string room, string rest, NameTable names)
    {
        var (name, path) = Cut(rest);
        if (names.Has(kind, name)) return Known(kind, name, path, names);
        var shown = $"`${{{room}.{ConfigText.Show(name)}}}`";
        if (names.ComesLater(kind, name)) return (null, $"has {shown}, but that step comes later");
        var known = names.Of(kind);
        return (null, known.Count == 0
            ? $"has {shown}, but the config has no `{room}` before it"
            : $"has {shown}, but `{room}` has no such name; the nearest is `{NearestName.Of(name, known)}`");
    }

    private static (TemplatePart? Part, string? Fault) Response(string? rest, NameTable names)
    {
        if (!names.AllowsResponse)
            return (null, "has `${response.…}`, which is known in `response.token_template` only");
        return (new(TemplatePartKind.Response, "") { Path = new ValuePath(rest ?? "") }, null);
    }

    private static (TemplatePart? Part, string? Fault) Known(
        TemplatePartKind kind, string name, string? path, NameTable names)
    {
        names.Use(kind, name);
        return (new(kind, name) { Path = path is null ? null : new ValuePath(path) }, null);
    }

    private static (string Head, string? Tail) Cut(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? (text, null) : (text[..dot], text[(dot + 1)..]);
    }
}
