using System.Text.Json;
using TokenFunctions.Http.Languages;

namespace TokenFunctions.Http.Tests.Languages;

/// <summary>Holds every answer of these tests to the text book: what it says to people in English can be said in Chinese, wholly.</summary>
internal static class SaidInChinese
{
    private static readonly string[] ForPeople = ["detail", "what_to_do", "why", "from"];
    private static readonly string[] Lists = ["errors", "warnings"];

    // The provider's own words, and what only operators of one deployment read.
    private static readonly string[] Foreign = ["upstream", "parts", "config", "extra", "exchanges", "secret_fields"];

    /// <summary>Fails for the first text that cannot.</summary>
    public static void Check(string body)
    {
        using var json = JsonDocument.Parse(body);
        foreach (var text in Texts(json.RootElement).Where(text => !MadeUp.Has(text)))
        {
            var said = Language.Chinese.Say(text);
            Assert.True(said != text, $"Languages/problems.zh-CN.json has no text for: {text}");
            Assert.True(EnglishLeft.In(said) is null, $"Languages/problems.zh-CN.json has no text for '{EnglishLeft.In(said)}' of: {text}\n{said}");
        }
    }

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(Texts),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonProperty member)
    {
        if (Foreign.Contains(member.Name)) return [];
        if (member.Name == "unsure") return member.Value.EnumerateArray().Select(text => text.GetString()!);
        if (Lists.Contains(member.Name)) return member.Value.EnumerateArray().Select(fault => fault.GetProperty("message").GetString()!);
        var isText = ForPeople.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.String;
        return isText ? [member.Value.GetString()!] : Texts(member.Value);
    }
}
