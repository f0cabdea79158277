using System.Globalization;

namespace TokenFunctions.Fuzzing.Requests;

/// <summary>Valid demands on tokens.</summary>
internal static class TokenSeeds
{
    public static Draft ByQuery(string path, Samples samples)
    {
        var draft = new Draft("GET", path) { Query = [.. Members(samples).Select(m => $"{m.Name}={Uri.EscapeDataString(m.Text)}")] };
        if (samples.Chance.OneIn(5)) draft.Headers.Add("If-None-Match: \"1\"");
        return draft;
    }

    public static Draft ByBody(string path, Samples samples) => Draft.Json(
        "POST", path, $"{{{string.Join(',', Members(samples).Select(m => $"\"{m.Name}\":{(m.IsText ? $"\"{m.Text}\"" : m.Text)}"))}}}");

    private static IEnumerable<(string Name, string Text, bool IsText)> Members(Samples samples)
    {
        var chance = samples.Chance;
        yield return ("realm", samples.Realm(), true);
        yield return ("key", samples.Key(), true);
        if (chance.OneIn(6)) yield return ("flush", chance.Pick("true", "false"), false);
        if (chance.OneIn(6)) yield return ("min_ttl", chance.Below(8000).ToString(CultureInfo.InvariantCulture), false);
        if (chance.OneIn(6)) yield return ("invalid", chance.Pick("1", "1900000000", "9223372036854775807"), false);
        if (chance.OneIn(4)) yield return ("attach", "true", false);
    }
}
