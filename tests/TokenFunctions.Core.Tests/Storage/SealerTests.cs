using System.Text;
using TokenFunctions.Storage.Sealing;

namespace TokenFunctions.Core.Tests.Storage;

public sealed class SealerTests
{
    private const string Place = "tokens|p|r|7";
    private static readonly byte[] Plain = Encoding.UTF8.GetBytes("a token that nobody may read");
    private readonly Sealer sealer = new(new FixedSealingKeys(new SealingKey("key1", SealingKey.NewBytes())));

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task What_was_sealed_opens_in_the_same_place()
    {
        foreach (var plain in new[] { Plain, [], new byte[100_000] })
            Assert.Equal(plain, await sealer.OpenAsync(await sealer.SealAsync(plain, Place, None), Place, None));
    }

    [Fact]
    public async Task Sealing_twice_gives_different_bytes_and_never_the_plain_ones()
    {
        var (one, two) = (await sealer.SealAsync(Plain, Place, None), await sealer.SealAsync(Plain, Place, None));
        Assert.NotEqual(one, two);
        Assert.DoesNotContain(Encoding.UTF8.GetString(Plain), Encoding.Latin1.GetString(one), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_threads_seal_and_open_with_one_key_at_once()
    {
        var places = Enumerable.Range(0, 64).Select(i => $"tokens|p|r{i}|7").ToList();
        await Parallel.ForEachAsync(Enumerable.Range(0, 4000), async (i, _) =>
        {
            var (place, plain) = (places[i % places.Count], Encoding.UTF8.GetBytes(new string((char)('a' + (i % 26)), i)));
            var box = await sealer.SealAsync(plain, place, None);
            Assert.Equal(plain, await sealer.OpenAsync(box, place, None));
            await Assert.ThrowsAsync<SealBrokenException>(async () => await sealer.OpenAsync(box, place + "0", None));
        });
    }

    [Fact]
    public async Task A_place_of_any_length_is_bound()
    {
        foreach (var place in new[] { "", new string('p', 511), new string('p', 513), new string('é', 3000) })
        {
            var box = await sealer.SealAsync(Plain, place, None);
            Assert.Equal(Plain, await sealer.OpenAsync(box, place, None));
            await Assert.ThrowsAsync<SealBrokenException>(async () => await sealer.OpenAsync(box, place + "p", None));
        }
    }

    [Fact]
    public async Task A_flipped_bit_at_any_position_breaks_the_seal()
    {
        var box = await sealer.SealAsync(Plain, Place, None);
        for (var position = 0; position < box.Length; position++)
        {
            var broken = (byte[])box.Clone();
            broken[position] ^= 0x10;
            await Assert.ThrowsAsync<SealBrokenException>(async () => await sealer.OpenAsync(broken, Place, None));
        }
    }

    [Fact]
    public async Task A_value_cut_at_any_length_does_not_open()
    {
        var box = await sealer.SealAsync(Plain, Place, None);
        for (var length = 0; length < box.Length; length++)
            await Assert.ThrowsAsync<SealBrokenException>(async () => await sealer.OpenAsync(box[..length], Place, None));
    }

    [Theory]
    [InlineData("tokens|p|r|8")]
    [InlineData("tokens|p|s|7")]
    [InlineData("")]
    public async Task A_value_that_was_moved_does_not_open(string elsewhere)
    {
        var box = await sealer.SealAsync(Plain, Place, None);
        await Assert.ThrowsAsync<SealBrokenException>(async () => await sealer.OpenAsync(box, elsewhere, None));
    }

    [Fact]
    public async Task An_unknown_key_is_named()
    {
        var other = new Sealer(new FixedSealingKeys(new SealingKey("key2", SealingKey.NewBytes())));
        var box = await other.SealAsync(Plain, Place, None);
        var e = await Assert.ThrowsAsync<SealBrokenException>(async () => await sealer.OpenAsync(box, Place, None));
        Assert.Equal(SealFault.UnknownKey, e.Fault);
        Assert.Contains("key2", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_key_under_the_same_id_does_not_open()
    {
        var other = new Sealer(new FixedSealingKeys(new SealingKey("key1", SealingKey.NewBytes())));
        var box = await other.SealAsync(Plain, Place, None);
        await Assert.ThrowsAsync<SealBrokenException>(async () => await sealer.OpenAsync(box, Place, None));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("c2hvcnQ=")]
    [InlineData("!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void Only_32_bytes_in_base64_are_a_key(string? text) => Assert.False(SealingKey.TryParse(text, out _));

    [Fact]
    public void A_key_prints_its_id_only()
    {
        var bytes = SealingKey.NewBytes();
        Assert.True(SealingKey.TryParse(Convert.ToBase64String(bytes), out var key));
        Assert.Equal($"sealing key {key.Id}", key.ToString());
        Assert.DoesNotContain(Convert.ToHexStringLower(bytes)[..12], key.Id, StringComparison.Ordinal);
    }
}
