using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Http.Callers;
using TokenFunctions.Tokens;

namespace TokenFunctions.Http.Tests.Callers;

public sealed class ApiKeyTests
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    // As docs/callers.md gives it to scanners.
    private static readonly Regex Scanner = new(
        "\\btfk_[A-Za-z0-9][A-Za-z0-9._@-]{0,127}_[0-9A-Za-z]{49}\\b", RegexOptions.None, TimeSpan.FromSeconds(5));

    // Made by another program from the description.
    [Theory]
    [InlineData("billing", "tfk_billing_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg2rRVoj")]
    [InlineData("a_b", "tfk_a_b_zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz3LQOWb")]
    [InlineData("7", "tfk_7_00000000000000000000000000000000000000000001r6f3q")]
    public void A_key_of_the_described_form_is_one(string id, string text)
    {
        Assert.Equal(ApiKeyForm.Whole, ApiKey.Parse(text, out var key));
        Assert.Equal(id, key!.CallerId);
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(text)), key.Hash);
    }

    [Fact]
    public void Every_key_is_read_again_and_found_by_scanners() => Check(2000, random =>
    {
        var id = AnyId(random);
        var made = ApiKey.Create(id);
        Assert.Equal(ApiKeyForm.Whole, ApiKey.Parse(made.Reveal(), out var read));
        Assert.Equal((id, made.Reveal()), (read!.CallerId, read.Reveal()));
        Assert.Equal(made.Hash, read.Hash);
        Assert.Equal(made.Reveal(), Scanner.Match($"key: \"{made.Reveal()}\",").Value);
    });

    [Fact]
    public void No_damaged_key_is_taken_for_a_whole_one() => Check(5000, random =>
    {
        var text = ApiKey.Create(AnyId(random)).Reveal();
        var damaged = Damage(text, random);
        if (damaged == text) return;
        Assert.NotEqual(ApiKeyForm.Whole, ApiKey.Parse(damaged, out var key));
        Assert.Null(key);
    });

    [Fact]
    public void A_typing_error_is_told_from_a_foreign_key()
    {
        var text = ApiKey.Create("billing").Reveal();
        Assert.Equal(ApiKeyForm.Damaged, Parse(text[..^1]));
        Assert.Equal(ApiKeyForm.Damaged, Parse(text + " "));
        Assert.Equal(ApiKeyForm.Damaged, Parse(text.Replace("billing", "Billing", StringComparison.Ordinal)));
        Assert.Equal(ApiKeyForm.Damaged, Parse("tfk_"));
        Assert.Equal(ApiKeyForm.Damaged, Parse("tfk_" + new string('_', 500_000)));
        Assert.Equal(ApiKeyForm.Damaged, Parse($"tfk_-a_{text[^49..]}"));
        Assert.Equal(ApiKeyForm.NotAKey, Parse(""));
        Assert.Equal(ApiKeyForm.NotAKey, Parse(null));
        Assert.Equal(ApiKeyForm.NotAKey, Parse("TFK" + text[3..]));
        Assert.Equal(ApiKeyForm.NotAKey, Parse("eyJhbGciOiJSUzI1NiJ9.e30.c2ln"));
    }

    [Fact]
    public void No_text_makes_the_reader_throw() => Check(5000, random =>
    {
        var noise = string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 128 : 65536)));
        Assert.NotEqual(ApiKeyForm.Whole, Parse(noise));
        Assert.Equal(ApiKeyForm.Damaged, Parse("tfk_" + noise));
    });

    [Fact]
    public void A_key_has_more_than_256_random_bits_and_each_digit_is_as_likely()
    {
        var counts = new Dictionary<char, int>();
        var seen = new HashSet<string>();
        for (var n = 0; n < 10_000; n++)
        {
            var random = ApiKey.Create("a").Reveal()["tfk_a_".Length..^6];
            Assert.True(seen.Add(random));
            foreach (var digit in random) counts[digit] = counts.GetValueOrDefault(digit) + 1;
        }

        Assert.True(43 * Math.Log2(Digits.Length) > 256);
        Assert.Equal(Digits, string.Concat(counts.Keys.Order()));
        // 6,935 of each are expected, with a deviation of 83.
        Assert.All(counts.Values, count => Assert.InRange(count, 6_300, 7_600));
    }

    [Fact]
    public void It_is_compared_by_its_hash_and_its_text_does_not_show()
    {
        var (key, other) = (ApiKey.Create("billing"), ApiKey.Create("billing"));
        var stored = CallerKey.Of(key, Samples.Noon, null);
        Assert.True(key.Is(stored));
        Assert.False(other.Is(stored));
        Assert.Equal("a key of billing", $"{key}");
        Assert.Equal($"key {stored.Id}", $"{stored}");
        Assert.Matches("^[a-z0-9]{12}$", stored.Id);
        Assert.DoesNotContain(stored.Id, key.Reveal(), StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(stored.Id, CallerKey.Of(key, Samples.Noon, null).Id);
    }

    [Fact]
    public void A_stored_key_lives_until_its_end()
    {
        var key = CallerKey.Of(ApiKey.Create("a"), Samples.Noon, Samples.Noon.AddSeconds(1));
        Assert.True(key.IsLive(Samples.Noon));
        Assert.False(key.IsLive(Samples.Noon.AddSeconds(1)));
        Assert.True((key with { ExpiresAt = null }).IsLive(DateTimeOffset.MaxValue));
    }

    private static ApiKeyForm Parse(string? text) => ApiKey.Parse(text, out _);

    private static string AnyId(Random random)
    {
        const string Others = "._@-";
        var rest = Enumerable.Range(0, random.Next(random.Next(4) == 0 ? 128 : 12))
            .Select(_ => random.Next(4) == 0 ? Others[random.Next(Others.Length)] : Digits[random.Next(Digits.Length)]);
        var id = Digits[random.Next(Digits.Length)] + string.Concat(rest);
        Assert.True(NameRule.IsValid(id));
        return id;
    }

    private static string Damage(string text, Random random)
    {
        var at = random.Next(text.Length);
        var other = random.Next(5) == 0 ? (char)random.Next(1, 0x3000) : Digits[random.Next(Digits.Length)];
        return random.Next(6) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, $"{other}"),
            2 => text + other,
            3 when at > 0 => string.Concat(text.AsSpan(0, at - 1), $"{text[at]}{text[at - 1]}", text.AsSpan(at + 1)),
            4 => text[at..] + text[..at],
            _ => text.Remove(at, 1).Insert(at, $"{other}"),
        };
    }

    private static void Check(int times, Action<Random> holds) =>
        Prop.ForAll(Seeds, seed => holds(new Random(seed))).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(times));
}
