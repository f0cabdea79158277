namespace TokenFunctions.Realms.Templates;

/// <summary>The names that templates may use where the config is being read, and which of them were used.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<TemplatePartKind, List<string>> declared = [];
    private readonly HashSet<(TemplatePartKind, string)> later = [];
    private readonly HashSet<string> raw = new(StringComparer.Ordinal);
    private readonly HashSet<(TemplatePartKind, string)> used = [];

    /// <summary>Whether <c>${response.…}</c> may be used: in <c>response.token_template</c> only.</summary>
    public bool AllowsResponse { get; set; }

    /// <summary>Whether vars that are raw bytes may be used: as the whole of a later var's value or key only.</summary>
    public bool AllowsRaw { get; set; }

    /// <summary>Notes that a var or step of this name comes further down, so that a var is not taken for a secret's
    /// field, nor a step for none.</summary>
    public void Announce(TemplatePartKind kind, string name) => later.Add((kind, name));

    /// <summary>Lets templates that are read from here on use the name.</summary>
    public void Declare(TemplatePartKind kind, string name)
    {
        if (!declared.TryGetValue(kind, out var names)) declared[kind] = names = [];
        names.Add(name);
    }

    /// <summary>Notes that a var is raw bytes.</summary>
    public void MarkRaw(string name) => raw.Add(name);

    /// <summary>Whether a var is raw bytes.</summary>
    public bool IsRaw(string name) => raw.Contains(name);

    /// <summary>Whether the name is declared.</summary>
    public bool Has(TemplatePartKind kind, string name) => Of(kind).Contains(name, StringComparer.Ordinal);

    /// <summary>Whether a var or step of this name comes further down.</summary>
    public bool ComesLater(TemplatePartKind kind, string name) => later.Contains((kind, name));

    /// <summary>The names declared so far.</summary>
    public IReadOnlyList<string> Of(TemplatePartKind kind) => declared.GetValueOrDefault(kind) ?? [];

    /// <summary>Notes that a template reads the name.</summary>
    public void Use(TemplatePartKind kind, string name) => used.Add((kind, name));

    /// <summary>Whether any template reads the name.</summary>
    public bool IsUsed(TemplatePartKind kind, string name) => used.Contains((kind, name));
}
