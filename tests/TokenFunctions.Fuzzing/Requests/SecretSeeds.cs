namespace TokenFunctions.Fuzzing.Requests;

/// <summary>Valid secrets.</summary>
internal static class SecretSeeds
{
    public static string Body(Samples samples)
    {
        var chance = samples.Chance;
        // The secrets of live realms change too, but for one, so that there are always tokens.
        var realm = samples.Realm();
        var key = realm == "live-plain" ? "k1" : samples.Key();
        var more = chance.Pick("", "", ",\"keep_warm\":true", ",\"keep_warm\":false,\"expires_at\":null", ",\"expires_at\":\"2099-01-31T12:00:00+14:00\"");
        return $$"""{"realm":"{{realm}}","key":"{{key}}",{{samples.Values()}}{{more}} }""";
    }
}
