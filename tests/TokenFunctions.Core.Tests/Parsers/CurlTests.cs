using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TokenFunctions.Core.Tests.Realms.Drafting.Samples;
using TokenFunctions.Properties;
using TokenFunctions.Realms.Drafting;
using TokenFunctions.Realms.Drafting.Lines;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Parsers;

/// <summary>Curl lines: words come back as they were quoted, and no line throws.</summary>
public sealed class CurlTests
{
    private static readonly string[] Pieces =
    [
        "curl", " ", "-X", "POST", "-d", "--data-urlencode", "-H", "'Content-Type: application/json'", "-u", "me:pw", "--json", "'{\"a\":1}'", "\"", "'", "$'", "\\n", "\\x4", "\\u12", "\\UFFFFFFFF", "\\", "^", "^\"", "\n", "|", ";", "&", ">", "#",
        "https://a.example/", "http://[::1", "https://u:p@a.example:99999/?a=b#c", "-F", "a=@f", "-b", "-G", "--oauth2-bearer", "--cert", "--", "-", "-vXPOST", "--url=", "${A}", "$(b)", "`c`", "@", "=", "例",
    ];

    private static readonly CurlSample[] Samples = [.. CurlSamples.All.Values];

    [Fact]
    public void No_line_makes_reading_or_drafting_throw() => Seeds.Hold(3000, chance =>
    {
        var line = chance.OneIn(3) ? chance.Damage(chance.Pick(Samples).Curl) : "curl " + chance.Pieces(14, Pieces);
        var reading = CurlReader.Read(line);
        Assert.NotEqual(reading.IsRead, reading.Fault is not null);
        var draft = RealmDrafter.Draft(line, null, []);
        Assert.NotEqual(draft.IsDrafted, draft.Fault is not null);
    });

    // Where reading took the square of the length, this would not end, or end in a match that is given up.
    [Theory]
    [InlineData("a://")]
    [InlineData("a://b?")]
    [InlineData("${")]
    [InlineData("<a")]
    [InlineData("{{")]
    [InlineData("\\x")]
    [InlineData("%25")]
    [InlineData("&a=b?")]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("'a' ")]
    [InlineData("-H a:b ")]
    [InlineData("a.b-")]
    public void A_line_of_one_piece_many_times_is_read_or_refused_in_time(string piece)
    {
        var many = string.Concat(Enumerable.Repeat(piece, 30_000 / piece.Length));
        foreach (var line in new[] { $"curl https://a.example/{many}", $"curl https://a.example/ -d '{many}'", $"curl https://a.example/ -H 'X-A: {many}'", $"curl {many}", $"curl -u '{many}' https://a.example/ --json '{{\"a\":\"{many}\"}}'" })
        {
            var watch = Stopwatch.StartNew();
            RealmDrafter.Draft(line, JsonElement.Parse(JsonMutation.Quoted(many)), []);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
        }
    }

    [Fact]
    public void Words_in_single_quotes_come_back() => Seeds.Hold(1000, chance =>
    {
        var words = Words(chance);
        Assert.Equal(words, new PosixWords(string.Join(' ', words.Select(word => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'"))).Split());
    });

    [Fact]
    public void Words_in_double_quotes_come_back() => Seeds.Hold(1000, chance =>
    {
        var words = Words(chance);
        var line = string.Join(' ', words.Select(word => $"\"{string.Concat(word.Select(c => c is '"' or '\\' or '$' or '`' ? $"\\{c}" : c.ToString()))}\""));
        Assert.Equal(words, new PosixWords(line).Split());
    });

    [Fact]
    public void Words_in_ANSI_quotes_come_back() => Seeds.Hold(1000, chance =>
    {
        var words = Words(chance);
        Assert.Equal(words, new PosixWords(string.Join(' ', words.Select(Ansi))).Split());
    });

    private static List<string> Words(Chance chance) =>
        [.. Enumerable.Range(0, 1 + chance.Below(5)).Select(_ => "w" + Chance.Whole(chance.Text()))];

    private static string Ansi(string word) =>
        $"$'{string.Concat(word.EnumerateRunes().Select(rune => string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}")))}'";
}
