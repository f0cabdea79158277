using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TokenFunctions.Realms.Drafting.Answers;
using TokenFunctions.Realms.Drafting.Lines;
using TokenFunctions.Realms.Drafting.Presets;

namespace TokenFunctions.Realms.Drafting;

/// <summary>Drafts realms: from the curl line of a provider's documentation, and a sample answer where there is one.
/// </summary>
public static class RealmDrafter
{
    /// <summary>The longest curl line, in characters.</summary>
    public const int MaxLine = 32 * 1024;

    private const int MaxFields = 100;

    /// <summary>Drafts a realm; throws for no line.</summary>
    /// <param name="curl">The line as it was copied, with line breaks or without.</param>
    /// <param name="answer">What the provider answers: a JSON value, or a text of JSON, XML, a form or the token alone;
    /// null = not known.</param>
    /// <param name="presets">The presets that the draft is compared with.</param>
    public static DraftReading Draft(string curl, JsonElement? answer, IReadOnlyList<PresetSketch> presets)
    {
        ArgumentNullException.ThrowIfNull(curl);
        ArgumentNullException.ThrowIfNull(presets);
        if (curl.Length > MaxLine)
            return new(null, FormattableString.Invariant($"The line has more than {MaxLine} characters."));
        var reading = CurlReader.Read(WholeCharacters(curl));
        if (!reading.IsRead) return new(null, reading.Fault);
        return Draft(reading.Line, new AnswerDraft(AnswerSample.Read(answer)), presets);
    }

    private static DraftReading Draft(CurlLine line, AnswerDraft answer, IReadOnlyList<PresetSketch> presets)
    {
        // The first run meets every value, so that the second finds them within literals that stand before them.
        var fields = new DraftFields();
        new ConfigDraft(line, answer, fields).Write();
        if (fields.All.Count > MaxFields) return new(null, "The line has too many parameters for one realm.");
        var draft = new ConfigDraft(line, answer, fields);
        var config = draft.Write();
        var url = config["url"]!.GetValue<string>();
        var match = PresetMatch.Best(url, config["method"]!.GetValue<string>(), presets);
        return new(new RealmDraft
        {
            Id = DraftId.Of(url),
            Config = config,
            Secret = fields.All,
            Preset = match,
            Unsure = [.. draft.Notes, .. Faults(config)],
        }, null);
    }

    private static IEnumerable<string> Faults(JsonObject config)
    {
        using var document = JsonDocument.Parse(config.ToJsonString());
        var errors = RealmCompiler.Compile(document.RootElement).Errors;
        return [.. errors.Select(error => $"To be mended: {error.Message}")];
    }

    // Half of a surrogate pair cannot be written as JSON.
    private static string WholeCharacters(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
