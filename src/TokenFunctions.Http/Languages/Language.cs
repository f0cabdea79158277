using TokenFunctions.Realms.Presets;

namespace TokenFunctions.Http.Languages;

/// <summary>What the texts of an answer are written in. The code writes English; another language translates that at
/// the moment of answering, so what is stored, or comes from another process, is covered as well.</summary>
internal sealed class Language
{
    /// <summary>English: every text as the code wrote it.</summary>
    public static readonly Language English = new("en");

    /// <summary>Simplified Chinese.</summary>
    public static readonly Language Chinese = new("zh-CN");

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Language> All = [English, Chinese];

    private readonly Lazy<TextBook?> texts;
    private readonly Lazy<PresetTexts?> presets;

    private Language(string tag)
    {
        Tag = tag;
        texts = new(() => tag == "en" ? null : TextBook.Load(tag));
        presets = new(() => tag == "en" ? null : PresetTexts.Load(tag));
    }

    /// <summary>Its name by BCP 47.</summary>
    public string Tag { get; }

    /// <summary>A text as it is said in this language; what the book does not have stays English.</summary>
    public string Say(string text) => texts.Value?.Translate(text) ?? text;

    /// <summary>What people read of a preset; null = it stays as the preset has it.</summary>
    /// <param name="preset">The preset's <see cref="Preset.Id"/>.</param>
    public PresetText? Preset(string preset) => presets.Value?.Find(preset);

    /// <summary>The tag.</summary>
    public override string ToString() => Tag;
}
