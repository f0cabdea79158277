namespace TokenFunctions.Fuzzing.Requests;

/// <summary>Valid callers, and questions to the audit.</summary>
internal static class CallerSeeds
{
    public static string Body(Samples samples)
    {
        var chance = samples.Chance;
        var verbs = chance.Pick("[\"read\"]", "[\"read\",\"flush\",\"status\"]", "[\"input\",\"admin\"]");
        var rule = $$"""{"realm":"{{chance.Pick("*", "live-*", samples.Realm())}}","key":"{{chance.Pick("*", samples.Key())}}","verbs":{{verbs}} }""";
        var networks = chance.OneIn(2) ? ",\"networks\":[\"127.0.0.0/8\",\"2001:db8::/32\"]" : "";
        var more = chance.Pick("", ",\"requests_per_second\":50", ",\"comment\":\"a program\"", ",\"key\":false", ",\"expires_at\":\"2099-01-31T12:00:00Z\"");
        var entra = chance.OneIn(4) ? ",\"entra\":{\"app_id\":\"7b6a0d3c-0f5e-4b67-9a63-0d1d8f9b8d11\"}" : "";
        return $$"""{"id":"{{samples.Caller()}}","allow":[{{rule}}]{{networks}}{{more}}{{entra}} }""";
    }

    public static Draft Audit(Samples samples)
    {
        var draft = new Draft("GET", "/api/audit");
        foreach (var parameter in new[] { "from=2026-01-01T00:00:00Z", "to=2099-01-01T00:00:00Z", "action=realm.save", "result=done", "pageSize=50", "after=x", "who=admin%20key" })
            if (samples.Chance.OneIn(4)) draft.Query.Add(parameter);
        if (samples.Chance.OneIn(4)) draft.Query.Add($"realm={Uri.EscapeDataString(samples.Realm())}");
        return draft;
    }
}
