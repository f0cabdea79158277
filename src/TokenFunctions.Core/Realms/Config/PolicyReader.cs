using System.Text.Json;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>policy</c>.</summary>
internal static class PolicyReader
{
    private const long Day = 86_400;
    private const long Year = 31_536_000;

    private static readonly string[] Issues = ["independent", "stable", "replaces"];
    private static readonly string[] Known =
    [
        "issue", "force_issue", "overlap_sec", "identity", "refresh_before_sec", "min_interval_sec",
        "force_min_interval_sec", "limits", "concurrency", "safe_to_repeat", "allow_unfenced", "timeout_ms",
    ];

    /// <summary>How the provider re-issues; what is absent has its default.</summary>
    public static RealmPolicy Read(ConfigObject config)
    {
        var usual = new RealmPolicy();
        if (config.Child("policy", Known) is not { } policy) return usual;
        return new()
        {
            Issue = Issue(policy, "issue"),
            ForceIssue = policy.Find("force_issue") is null ? null : Issue(policy, "force_issue"),
            Overlap = Seconds(policy, "overlap_sec", Day) ?? usual.Overlap,
            RefreshBefore = Seconds(policy, "refresh_before_sec", Year),
            MinInterval = Seconds(policy, "min_interval_sec", Day) ?? usual.MinInterval,
            ForceInterval = Seconds(policy, "force_min_interval_sec", Day) ?? usual.ForceInterval,
            Timeout = policy.Whole("timeout_ms", 100, 120_000) is { } ms
                ? TimeSpan.FromMilliseconds(ms)
                : usual.Timeout,
            Identity = Identity(policy),
            Limits = LimitReader.Read(policy),
            Concurrency = (int)(policy.Whole("concurrency", 1, 1_000) ?? usual.Concurrency),
            SafeToRepeat = policy.Flag("safe_to_repeat"),
            AllowUnfenced = policy.Flag("allow_unfenced"),
        };
    }

    private static IssueRule Issue(ConfigObject policy, string member) =>
        (IssueRule)Array.IndexOf(Issues, policy.Choice(member, Issues));

    private static TimeSpan? Seconds(ConfigObject policy, string member, long most) =>
        policy.Whole(member, 0, most) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static List<string> Identity(ConfigObject policy)
    {
        List<string> fields = [];
        foreach (var (pointer, value) in policy.Items("identity"))
        {
            var name = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            var shown = name is null ? ConfigText.Kind(value) : $"`{ConfigText.Show(name)}`";
            if (name is not null && FieldName.IsValid(name)) fields.Add(name);
            else policy.Check.Add(pointer, $"is {shown}; use {FieldName.InWords}");
        }
        return fields;
    }
}
