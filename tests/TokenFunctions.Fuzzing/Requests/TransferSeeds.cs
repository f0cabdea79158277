namespace TokenFunctions.Fuzzing.Requests;

/// <summary>Imports.</summary>
internal static class TransferSeeds
{
    /// <summary>An import of a realm of the fuzzer's own, with or without a secret and a caller.</summary>
    public static Draft Import(Samples samples)
    {
        var id = samples.OwnRealm();
        var secret = samples.Chance.OneIn(2) ? $$"""{"realm":"{{id}}","key":"{{samples.Key()}}","fields":["key_1"],"keep_warm":true}""" : "";
        var caller = samples.Chance.OneIn(3) ? $$"""{"id":"{{samples.Caller()}}","allow":[]}""" : "";
        var draft = Draft.Json("POST", "/api/import", $$"""{"format":1,"realms":[{{samples.RealmOf(id).Body}}],"secrets":[{{secret}}],"callers":[{{caller}}]}""");
        draft.Query.Add(samples.Chance.Pick("dry_run=true", "dry_run=false", "replace=true"));
        return draft;
    }
}
