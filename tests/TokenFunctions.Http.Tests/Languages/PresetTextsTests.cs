using TokenFunctions.Http.Languages;
using TokenFunctions.Realms.Presets;

namespace TokenFunctions.Http.Tests.Languages;

/// <summary>The file of the presets' texts is whole.</summary>
public sealed class PresetTextsTests
{
    private static readonly PresetTexts Texts = PresetTexts.Load("zh-CN");

    // The provider's page, a word of three that programs go by, and what is the preset's substance.
    private static readonly string[] NotForPeople = ["id", "documentation", "confirmation", "secret", "config"];

    [Fact]
    public void Every_preset_has_its_texts_and_nothing_else_has() =>
        Assert.Equal(PresetCatalog.All.Select(preset => preset.Id), Texts.Ids.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_text_of_a_preset_is_said() => Assert.All(PresetCatalog.All, preset =>
    {
        var told = preset.Json.EnumerateObject().Select(member => member.Name).Except(NotForPeople);
        var said = LanguageFile.Read("presets", "zh-CN").GetProperty(preset.Id);
        Assert.Equal(told.Append("fields").Order(), said.EnumerateObject().Select(member => member.Name).Order());
        Assert.All(said.EnumerateObject().Where(member => member.Name != "fields"), member => Assert.NotEmpty(member.Value.GetString()!.Trim()));
    });

    [Fact]
    public void Every_field_of_a_preset_has_its_label() => Assert.All(PresetCatalog.All, preset =>
    {
        var labels = Texts.Find(preset.Id)!.Labels;
        Assert.Equal(preset.Secret.Select(field => field.Name).Order(StringComparer.Ordinal), labels.Keys.Order(StringComparer.Ordinal));
        Assert.All(labels.Values, label => Assert.NotEmpty(label.Trim()));
    });
}
