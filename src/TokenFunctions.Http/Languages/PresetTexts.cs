using System.Collections.Frozen;

namespace TokenFunctions.Http.Languages;

/// <summary>The texts of all presets in one language.</summary>
internal sealed class PresetTexts
{
    private readonly FrozenDictionary<string, PresetText> texts;

    private PresetTexts(IEnumerable<KeyValuePair<string, PresetText>> texts) =>
        this.texts = texts.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The ids of the presets that it has texts for.</summary>
    public IEnumerable<string> Ids => texts.Keys;

    /// <summary>The texts of a language.</summary>
    /// <param name="tag">The language.</param>
    public static PresetTexts Load(string tag) => new(LanguageFile.Read("presets", tag)
        .EnumerateObject().Select(preset => KeyValuePair.Create(preset.Name, PresetText.Read(preset.Value))));

    /// <summary>The texts of a preset; null = there are none.</summary>
    public PresetText? Find(string preset) => texts.GetValueOrDefault(preset);
}
