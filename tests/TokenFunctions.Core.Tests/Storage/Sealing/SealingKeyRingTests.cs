using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Storage.Sealing;
using TokenFunctions.Testing;

namespace TokenFunctions.Core.Tests.Storage.Sealing;

public sealed class SealingKeyRingTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    private static CancellationToken None => CancellationToken.None;

    // Each ring opens what any of its keys has sealed, whichever is the active one and however they are ordered.
    [Fact]
    public void Rings_of_the_same_keys_in_any_order_open_each_others_values() => Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        var keys = Enumerable.Range(0, 1 + random.Next(11)).Select(n => Key($"key{n}")).ToArray();
        var place = new Chance(seed).Text();
        random.Shuffle(keys);
        var box = Seal(Ring(keys), place);
        var writer = keys[0].Id;
        random.Shuffle(keys);

        Assert.Equal([1, 2, 3], Wait(new Sealer(Ring(keys)).OpenAsync(box, place, None)));
        Assert.Equal(writer, Sealer.KeyIdOf(box));
        Assert.Equal(keys.Select(key => key.Id), Wait(Ring(keys).ListAsync(None)).Select(key => key.Id));
    }).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void A_key_that_is_to_seal_next_opens_before_it_is_the_active_one()
    {
        var (old, next) = (Key("old"), Key("next"));
        var (before, after) = (new Sealer(Ring(old, next)), new Sealer(Ring(next, old)));

        Assert.Equal([1, 2, 3], Wait(before.OpenAsync(Wait(after.SealAsync(new byte[] { 1, 2, 3 }, "p", None)), "p", None)));
        Assert.Equal([1, 2, 3], Wait(after.OpenAsync(Wait(before.SealAsync(new byte[] { 1, 2, 3 }, "p", None)), "p", None)));
    }

    [Fact]
    public void Sealing_again_changes_the_key_and_not_the_value_and_does_nothing_twice()
    {
        var (old, next) = (Key("old"), Key("next"));
        var sealer = new Sealer(Ring(next, old));
        var box = Seal(Ring(old), "p");

        var again = Wait(sealer.ResealAsync(box, "p", None))!;

        Assert.Equal("next", Sealer.KeyIdOf(again));
        Assert.Equal([1, 2, 3], Wait(sealer.OpenAsync(again, "p", None)));
        Assert.Null(Wait(sealer.ResealAsync(again, "p", None)));
        Assert.Throws<SealBrokenException>(() => Wait(sealer.ResealAsync(again, "q", None)));
    }

    [Fact]
    public void A_value_whose_key_is_gone_is_told_as_a_lost_key()
    {
        var box = Seal(Ring(Key("gone")), "p");

        var broken = Assert.Throws<SealBrokenException>(() => Wait(new Sealer(Ring(Key("a"), Key("b"))).OpenAsync(box, "p", None)));

        Assert.Equal(SealFault.UnknownKey, broken.Fault);
        Assert.Contains("gone", broken.Message, StringComparison.Ordinal);
    }

    private static SealingKey Key(string id) => new(id, SealingKey.NewBytes());

    private static SealingKeyRing Ring(params SealingKey[] keys) => new(new FixedSealingKeys(keys[0]), keys[1..]);

    private static byte[] Seal(ISealingKeys keys, string place) => Wait(new Sealer(keys).SealAsync(new byte[] { 1, 2, 3 }, place, None));

    private static T Wait<T>(ValueTask<T> task) => task.AsTask().GetAwaiter().GetResult();
}
