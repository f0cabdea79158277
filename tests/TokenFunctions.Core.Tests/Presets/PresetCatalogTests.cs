using System.Text.RegularExpressions;
using TokenFunctions.Core.Tests.Conformance;
using TokenFunctions.Realms;
using TokenFunctions.Realms.Presets;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Presets;

/// <summary>Every preset can be run, says what it needs, and says how much of it was seen at the provider.</summary>
public sealed class PresetCatalogTests
{
    private static readonly string[] Members = ["id", "title", "documentation", "secret", "config", "confirmation", "notes"];
    private static readonly string[] Grades = ["confirmed", "partly", "unconfirmed"];

    public static TheoryData<string> Ids => [.. PresetCatalog.All.Select(preset => preset.Id)];

    [Fact]
    public void There_are_at_least_sixty_and_their_files_are_named_as_they_are()
    {
        Assert.True(PresetCatalog.All.Count >= 60);
        Assert.All(PresetCatalog.All, preset => Assert.True(NameRule.IsValid(preset.Id)));
        Assert.Equal(
            PresetCatalog.All.Select(preset => $"presets/{preset.Id}.json").Order(StringComparer.Ordinal),
            typeof(PresetCatalog).Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith("presets/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_can_be_run_as_it_stands(string id) => Assert.Empty(Compile(id).Errors);

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_names_each_secret_field_that_it_reads_and_no_other(string id)
    {
        var preset = PresetCatalog.Find(id)!;
        var required = preset.Secret.Where(field => field.IsRequired).Select(field => field.Name);
        var names = preset.Secret.Select(field => field.Name).ToList();

        Assert.Equal(required.Order(StringComparer.Ordinal), Compile(id).Plan!.SecretFields);
        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        Assert.All(preset.Secret.Where(field => !field.IsRequired), field => Assert.Contains($"{field.Name}", preset.Config.GetRawText(), StringComparison.Ordinal));
        // Where the credential is another realm's token or a pushed value, the fields only say whose.
        var plan = Compile(id).Plan!;
        Assert.True(preset.Secret.Any(field => field.IsConfidential) || plan.Uses.Count > 0 || plan.Inputs.Count > 0);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_tells_people_what_they_need_to_know(string id)
    {
        var preset = PresetCatalog.Find(id)!;

        Assert.Equal(Members, preset.Json.EnumerateObject().Select(member => member.Name));
        Assert.StartsWith("https://", preset.Documentation, StringComparison.Ordinal);
        Assert.Contains(preset.Confirmation, Grades);
        Assert.True(preset.Notes.Length > 40, preset.Notes);
        Assert.All(preset.Secret, field => Assert.True(field.Label.Length > 2, field.Name));
        Assert.All(Compile(id).Plan!.Policy.Identity, field => Assert.Contains(field, preset.Secret.Select(known => known.Name)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_run_against_answers_of_the_provider_or_says_that_none_were_seen(string id)
    {
        var preset = PresetCatalog.Find(id)!;
        var vectors = VectorFiles.All.Where(vector => vector.Preset == id).ToList();
        var saysSo = preset.Notes.StartsWith("Unconfirmed:", StringComparison.Ordinal);

        Assert.Equal(preset.Confirmation == "unconfirmed", vectors.Count == 0);
        Assert.Equal(preset.Confirmation == "unconfirmed", saysSo);
        Assert.All(vectors, vector => Assert.NotEmpty(vector.Sources));
        Assert.All(vectors, vector => Assert.NotEmpty(vector.Responses));
    }

    [Fact]
    public void No_preset_holds_a_credential() => Assert.All(
        PresetCatalog.All,
        preset => Assert.DoesNotMatch(new Regex("-----BEGIN|eyJ[A-Za-z0-9]|AKIA[0-9A-Z]{16}", RegexOptions.None, TimeSpan.FromSeconds(1)), preset.Json.GetRawText()));

    private static RealmCompilation Compile(string id) =>
        RealmCompiler.Compile(new RealmDefinition("r", "{}") { Preset = id });
}
