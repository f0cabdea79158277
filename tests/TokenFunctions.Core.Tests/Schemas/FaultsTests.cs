using System.Text.RegularExpressions;
using TokenFunctions.Core.Tests.Realms.Config;

namespace TokenFunctions.Core.Tests.Schemas;

/// <summary>What the compiler refuses the schema refuses too, except where it cannot.</summary>
public sealed class FaultsTests
{
    private static readonly IReadOnlyList<string> Limits = [.. new SchemaLimits().Select(row => (string)row[0])];

    [Theory]
    [ClassData(typeof(FaultyConfigs))]
    public void A_fault_is_one_by_the_schema_too(string config, string pointer, string rest)
    {
        if (Limits.Any(limit => Says(rest, limit))) return;

        Assert.False(
            RealmSchema.Whole.Accepts(RealmSchema.Realm(config)),
            $"`{pointer}` {rest}: let schemas/realm.schema.json say so, or SchemaLimits why it cannot.");
    }

    [Theory]
    [ClassData(typeof(SchemaLimits))]
    public void Each_limit_is_still_one(string message, string reason)
    {
        var faults = new FaultyConfigs().Where(row => Says((string)row[2], message)).Select(row => (string)row[0]);

        Assert.True(faults.Any(config => RealmSchema.Whole.Accepts(RealmSchema.Realm(config))), $"{message}: {reason}");
    }

    private static bool Says(string rest, string message) =>
        Regex.IsMatch(rest, message, RegexOptions.None, TimeSpan.FromSeconds(1));
}
