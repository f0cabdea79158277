using System.Text;
using System.Text.Json;
using TokenFunctions.Properties;
using TokenFunctions.Quotas;
using TokenFunctions.Storage;
using TokenFunctions.Testing;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Parsers;

/// <summary>What is kept as a text in a row or in the vault: it comes back as it was, and a damaged one is read as the
/// reader says, not by an exception.</summary>
public sealed class CellTests
{
    private static readonly string[] Pieces = ["86400", "60", "a", "f", "!", "=", "1767268800001", "*", "3", " ", ";", "0", "-1", "99999999999999999999", "221845392000000", "*0", "==", "٣"];

    [Fact]
    public void No_cell_of_counts_makes_its_reader_throw() => Seeds.Hold(4000, chance =>
    {
        var cell = chance.Pieces(12, Pieces);
        var tallies = SecretCell.Read(cell);
        Assert.Equal(tallies.Where(tally => tally.Calls.Entries.Count > 0).Select(Shown), SecretCell.Read(SecretCell.Write(tallies)).Select(Shown));
        Assert.All(TallyText.Read(cell).Entries, entry => Assert.True(entry.Count > 0));
    });

    [Fact]
    public void A_tally_comes_back() => Seeds.Hold(1000, chance =>
    {
        var (tally, end) = (Tally.Empty, 1_767_268_800_000L);
        for (var calls = chance.Below(30); calls > 0; calls--) tally = tally.Add(end += chance.Below(100_000), 1 + chance.Below(5), TimeSpan.FromDays(1));
        Assert.Equal(tally.Entries, TallyText.Read(TallyText.Write(tally)).Entries);
    });

    [Fact]
    public void A_secret_comes_back_out_of_its_document() => Seeds.Hold(1000, chance =>
    {
        var values = Enumerable.Range(0, 1 + chance.Below(6)).ToDictionary(n => $"f{n}", _ => new SecretText("v" + Chance.Whole(chance.Text())), StringComparer.Ordinal);
        var read = SecretDocument.Read(SecretDocument.Write(new SecretFields(values)));
        Assert.All(values, value => Assert.Equal(value.Value.Reveal(), read.Find(value.Key)!.Reveal()));
    });

    // A secret that is followed in a foreign vault may be any text.
    [Fact]
    public void Any_text_is_a_secret() => Seeds.Hold(3000, chance =>
    {
        var document = chance.Pieces(8, ["{", "}", "\"a\"", ":", "\"v\"", ",", "\"\\ud800\"", "1", "null", "[", " ", "\"a\":\"\\udc00\"", "\"key_1\":\"x\""]);
        if (document.Length == 0) return;
        var read = SecretDocument.Read(Chance.Whole(document));
        Assert.NotEmpty(read.Names);
    });

    [Theory]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":\"a\"}")]
    public void Half_of_a_surrogate_pair_makes_a_document_a_bare_value(string document) =>
        Assert.Equal(document, SecretDocument.Read(document).Find("key_1")!.Reveal());

    [Fact]
    public void Sealed_values_come_back() => Seeds.Hold(500, chance =>
    {
        var token = "t" + Chance.Whole(chance.Text());
        var extra = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { [Chance.Whole(chance.Text())] = JsonElement.Parse($"{{\"a\":[{chance.Below(9)},{JsonMutation.Quoted(chance.Text())},null,1e9]}}") };
        var (value, beside) = SealedValues.ReadToken(SealedValues.Write(new SecretText(token), extra).ToArray());
        Assert.Equal((token, extra.Single().Key, JsonValueKind.Object), (value.Reveal(), beside.Single().Key, beside.Single().Value.ValueKind));
        Assert.True(JsonElement.DeepEquals(extra.Single().Value, beside.Single().Value));
        var state = new Dictionary<string, KeptValue>(StringComparer.Ordinal) { ["s"] = new(new SecretText(token), Convert.ToHexString(Encoding.UTF8.GetBytes(token))) };
        Assert.Equal(token, SealedValues.ReadState(SealedValues.Write(state).ToArray())["s"].Value.Reveal());
    });

    private static string Shown(SecretTally tally) => $"{tally.Id} {tally.IsOpen} {TallyText.Write(tally.Calls)}";
}
