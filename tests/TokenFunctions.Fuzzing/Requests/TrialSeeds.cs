namespace TokenFunctions.Fuzzing.Requests;

/// <summary>Valid trials of realms.</summary>
internal static class TrialSeeds
{
    public static string Stored(Samples samples) => $"{{{Subject(samples)}}}";

    public static string Unsaved(Samples samples) =>
        $"{{\"realm\":{samples.RealmBody(samples.Realm())},{Subject(samples)}}}";

    private static string Subject(Samples samples)
    {
        var chance = samples.Chance;
        var with = chance.OneIn(2) ? $"\"key\":\"{samples.Key()}\"" : $"\"secret\":{{{samples.Values()}}}";
        var inputs = chance.OneIn(3) ? $",\"inputs\":{{\"ticket\":\"{samples.Value()}\"}}" : "";
        return $"{with}{inputs},\"confirm\":{chance.Pick("true", "true", "false")}{(chance.OneIn(4) ? ",\"force\":true" : "")}";
    }
}
