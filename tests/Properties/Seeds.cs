using FsCheck;
using FsCheck.Fluent;
using TokenFunctions.Testing;

namespace TokenFunctions.Properties;

/// <summary>Properties of whatever chance makes of a seed. Of one that does not hold the seed is printed, and the same
/// seed is the same case.</summary>
internal static class Seeds
{
    /// <summary>Fails the test when the property does not hold for one of so many seeds.</summary>
    public static void Hold(int times, Action<Chance> holds) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => holds(new Chance(seed))).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(times));
}
