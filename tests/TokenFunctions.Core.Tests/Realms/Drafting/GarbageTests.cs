using System.Text.Json;
using TokenFunctions.Core.Tests.Realms.Drafting.Samples;
using TokenFunctions.Realms.Drafting;

namespace TokenFunctions.Core.Tests.Realms.Drafting;

/// <summary>No line and no answer makes the drafter throw.</summary>
public sealed class GarbageTests
{
    private const string Alphabet = "abcXYZ019 \t\r\n'\"`\\^$%&|;<>(){}[]#@:=/?.,-_+*!~\0\u00e9\ud83d\ude00\uffff";

    [Theory]
    [InlineData("", "There is no curl in the line; paste it whole, from the word `curl` on.")]
    [InlineData("wget https://a.example/", "There is no curl in the line; paste it whole, from the word `curl` on.")]
    [InlineData("curl", "There is no http or https address in the line.")]
    [InlineData("curl hid-word", "There is no http or https address in the line.")]
    [InlineData("curl ftp://hid-host/x", "There is no http or https address in the line.")]
    [InlineData("curl https:// -d hid-data", "There is no http or https address in the line.")]
    [InlineData("curl 'https://a.example/ -d hid-data", "A quote is opened in the line and not closed.")]
    [InlineData("curl \"https://a.example/ -d hid-data", "A quote is opened in the line and not closed.")]
    [InlineData("curl $'https://a.example/ -d hid-data", "A quote is opened in the line and not closed.")]
    [InlineData("curl ^\"https://a.example/ ^\n -d hid-data", "A quote is opened in the line and not closed.")]
    [InlineData("curl https://a.example/ -d", "The option `-d` has no value.")]
    [InlineData("curl https://a.example/ -d hid-data --header", "The option `--header` has no value.")]
    public void A_line_that_cannot_be_read_is_told_without_its_values(string line, string fault) =>
        Assert.Equal(fault, RealmDrafter.Draft(line, null, []).Fault);

    [Fact]
    public void A_line_without_end_or_with_too_many_parameters_is_refused()
    {
        var pairs = string.Join('&', Enumerable.Range(0, 150).Select(n => $"key{n}=v{n}"));
        Assert.Equal("The line has too many parameters for one realm.", Fault($"curl https://a.example/ -d '{pairs}'"));
        Assert.Equal("The line has more than 32768 characters.", Fault("curl https://a.example/ -d " + new string('x', 32768)));
    }

    [Fact]
    public void Broken_lines_are_read_or_refused()
    {
        var random = new Random(20261121);
        var samples = CurlSamples.All.Values.ToList();
        for (var run = 0; run < 3000; run++)
        {
            var sample = samples[run % samples.Count];
            var reading = RealmDrafter.Draft(Break(sample.Curl, random), AnswerOf(Break(sample.Answer ?? "", random)), []);
            Assert.NotEqual(reading.IsDrafted, reading.Fault is not null);
        }
    }

    [Fact]
    public void Noise_behind_curl_is_read_or_refused()
    {
        var random = new Random(7);
        for (var run = 0; run < 3000; run++)
        {
            var noise = string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var reading = RealmDrafter.Draft($"curl https://a.example/{noise} -d {noise} -H {noise}", AnswerOf(noise), []);
            Assert.NotEqual(reading.IsDrafted, reading.Fault is not null);
        }
    }

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"token":"\udc00\ud800","expires_in":"1e999"}""")]
    [InlineData("""{"token":"x","expires_in":1e999,"code":1e999}""")]
    [InlineData("""{"":{"":{"token":"x"}}}""")]
    [InlineData("[[[[]]]]")]
    [InlineData("17")]
    [InlineData("null")]
    [InlineData("\"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>\"")]
    public void Odd_answers_are_taken_or_passed_over(string answer) => Drafts.Of($"curl https://a.example/ --json '{answer}'", answer);

    [Fact]
    public void Deep_bodies_and_answers_are_not_walked()
    {
        var json = string.Concat(Enumerable.Repeat("{\"a\":", 3000)) + "1" + new string('}', 3000);
        var xml = string.Concat(Enumerable.Repeat("<a>", 4000)) + string.Concat(Enumerable.Repeat("</a>", 4000));
        Assert.Equal("$body", Drafts.Of($"curl https://a.example/ --json '{json}'").Config["body"]!.GetValue<string>());
        var draft = Drafts.Of($"curl https://a.example/ -H 'Content-Type: text/xml' -d '{xml}'", $"\"{xml}\"");
        Assert.Equal("$body", draft.Config["body"]!.GetValue<string>());
    }

    private static string? Fault(string line) => RealmDrafter.Draft(line, null, []).Fault;

    private static JsonElement AnswerOf(string text) => JsonElement.Parse($"\"{JsonEncodedText.Encode(Whole(text))}\"");

    private static string Whole(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    private static string Break(string text, Random random)
    {
        var chars = text.ToList();
        for (var n = random.Next(1, 6); n > 0 && chars.Count > 0; n--)
        {
            var at = random.Next(chars.Count);
            if (random.Next(3) == 0) chars.RemoveRange(at, Math.Min(random.Next(1, 20), chars.Count - at));
            else if (random.Next(2) == 0) chars[at] = Alphabet[random.Next(Alphabet.Length)];
            else chars.Insert(at, Alphabet[random.Next(Alphabet.Length)]);
        }

        return string.Concat(chars);
    }
}
