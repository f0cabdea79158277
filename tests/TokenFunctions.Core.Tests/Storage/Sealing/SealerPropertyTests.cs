using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Storage.Sealing;

/// <summary>What must hold of any sealed value, of any length, for any place.</summary>
public sealed class SealerPropertyTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();
    private readonly SealingKey key = new("key1", SealingKey.NewBytes());
    private readonly Sealer sealer;

    public SealerPropertyTests() => sealer = new Sealer(new FixedSealingKeys(key));

    [Fact]
    public void What_was_sealed_opens_in_the_same_place_and_only_there() => Check((plain, place, chance) =>
    {
        var box = Seal(plain, place);

        Assert.Equal(plain, Open(sealer, box, place));
        AssertChanged(box, place + chance.Pick("|", "0", " "));
        if (place.Length > 0) AssertChanged(box, place[..^1]);
    });

    [Fact]
    public void A_flipped_bit_anywhere_is_told_as_a_change() => Check((plain, place, chance) =>
    {
        var box = Seal(plain, place);
        for (var i = 0; i < 40; i++) AssertChanged(Flipped(box, chance.Below(box.Length * 8)), place);
    });

    // Whether a bit lies in the version, the id, the nonce, the tag or the sealed bytes makes no difference.
    [Fact]
    public void Each_single_bit_of_short_values_counts()
    {
        foreach (var length in new[] { 0, 1, 2, 15, 16, 17, 31, 64 })
        {
            var box = Seal(new byte[length], "tokens|p|r|7");
            for (var bit = 0; bit < box.Length * 8; bit++) AssertChanged(Flipped(box, bit), "tokens|p|r|7");
        }
    }

    [Fact]
    public void What_is_cut_short_or_made_longer_is_told_as_a_change() => Check((plain, place, chance) =>
    {
        var box = Seal(plain, place);

        AssertChanged(box[..chance.Below(box.Length)], place);
        AssertChanged([.. box, .. new byte[1 + chance.Below(40)]], place);
    });

    [Fact]
    public void A_value_of_an_older_generation_does_not_open_in_a_newer_row() => Check((plain, place, chance) =>
    {
        var generation = (long)chance.Below(1_000_000);
        var old = Seal(plain, $"{place}|{generation}");

        Assert.Equal(plain, Open(sealer, old, $"{place}|{generation}"));
        AssertChanged(old, $"{place}|{generation + 1}");
        AssertChanged(old, $"{place}|{generation + 10}");
    });

    [Fact]
    public void With_another_key_nothing_opens_and_a_lost_key_is_told_apart_from_a_change() => Check((plain, place, _) =>
    {
        var box = Seal(plain, place);
        var sameName = new Sealer(new FixedSealingKeys(new SealingKey("key1", SealingKey.NewBytes())));
        var otherName = new Sealer(new FixedSealingKeys(new SealingKey("key2", SealingKey.NewBytes())));

        Assert.Equal(SealFault.Changed, Assert.Throws<SealBrokenException>(() => Open(sameName, box, place)).Fault);
        var lost = Assert.Throws<SealBrokenException>(() => Open(otherName, box, place));
        Assert.Equal(SealFault.UnknownKey, lost.Fault);
        Assert.Contains("key1", lost.Message, StringComparison.Ordinal);
    });

    [Fact]
    public void No_nonce_comes_twice()
    {
        var nonces = Enumerable.Range(0, 20_000).Select(_ => Convert.ToHexString(Seal([1, 2, 3], "p").AsSpan(6, 12)));

        Assert.Distinct(nonces);
    }

    [Fact]
    public void No_part_of_what_is_sealed_is_in_the_box() => Check((plain, place, _) =>
    {
        if (plain.Length >= 8) Assert.True(Seal(plain, place).AsSpan().IndexOf(plain) < 0);
    });

    private static void Check(Action<byte[], string, Chance> holds) => Prop.ForAll(Seeds, seed =>
    {
        var chance = new Chance(seed);
        var plain = new byte[chance.OneIn(10) ? chance.Below(100_000) : chance.Below(200)];
        new Random(seed).NextBytes(plain);
        holds(plain, chance.Text(), chance);
    }).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(200));

    private static byte[] Flipped(byte[] box, int bit)
    {
        var flipped = (byte[])box.Clone();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }

    private static byte[] Open(Sealer sealer, byte[] box, string place) =>
        sealer.OpenAsync(box, place, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private byte[] Seal(byte[] plain, string place) =>
        sealer.SealAsync(plain, place, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private void AssertChanged(byte[] box, string place) =>
        Assert.Equal(SealFault.Changed, Assert.Throws<SealBrokenException>(() => Open(sealer, box, place)).Fault);
}
