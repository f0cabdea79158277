namespace TokenFunctions.Fuzzing.Requests;

/// <summary>Valid trials of realms.</summary>
internal static class TrialSeeds
{
    public static string Stored(Samples samples) => $"{{{Subject(samples, samples.Values())}}}";

    public static string Unsaved(Samples samples)
    {
        var (body, config) = samples.RealmOf(samples.Realm());
        return $"{{\"realm\":{body},{Subject(samples, samples.ValuesFor(config))}}}";
    }

    private static string Subject(Samples samples, string values)
    {
        var chance = samples.Chance;
        var with = chance.OneIn(4) ? $"\"key\":\"{samples.Key()}\"" : $"\"secret\":{{{values}}}";
        var inputs = chance.OneIn(3) ? $",\"inputs\":{{\"ticket\":\"{samples.Value()}\"}}" : "";
        return $"{with}{inputs},\"confirm\":{chance.Pick("true", "true", "false")}{(chance.OneIn(4) ? ",\"force\":true" : "")}";
    }
}
