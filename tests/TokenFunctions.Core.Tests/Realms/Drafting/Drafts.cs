using System.Text.Json;
using System.Text.Json.Nodes;
using TokenFunctions.Realms.Drafting;
using TokenFunctions.Realms.Drafting.Presets;

namespace TokenFunctions.Core.Tests.Realms.Drafting;

/// <summary>Makes drafts for tests.</summary>
internal static class Drafts
{
    public static RealmDraft Of(string curl, string? answer = null, params PresetSketch[] presets)
    {
        var reading = RealmDrafter.Draft(curl, answer is null ? null : JsonElement.Parse(answer), presets);
        Assert.True(reading.IsDrafted, reading.Fault);
        return reading.Draft;
    }

    /// <summary>The values of all arguments by name.</summary>
    public static Dictionary<string, string> Arguments(this RealmDraft draft) =>
        draft.Config["arguments"]!.AsArray().ToDictionary(
            a => a!["name"]!.GetValue<string>(), a => a!["value"]!.ToString(), StringComparer.Ordinal);

    /// <summary>Everything that is in a draft, for a search.</summary>
    public static string Whole(this RealmDraft draft) => string.Join(
        '\n',
        [draft.Id, Plain(draft.Config), draft.Preset?.ToString() ?? "", .. draft.Secret.Select(f => f.ToString()), .. draft.Unsure]);

    /// <summary>JSON on one line, nothing escaped that need not be.</summary>
    public static string Plain(JsonNode json) => json.ToJsonString(new JsonSerializerOptions
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
