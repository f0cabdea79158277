using System.Text.Json;

namespace TokenFunctions.Realms.Config;

/// <summary>Reads <c>policy</c>.</summary>
internal static class PolicyReader
{
    private const long Day = 86_400;
    private const long Year = 31_536_000;

    private static readonly string[] Issues = ["independent", "stable", "replaces"];
    private static readonly string[] Known =
        ["issue", "overlap_sec", "refresh_before_sec", "force_min_interval_sec", "timeout_ms", "identity"];

    /// <summary>How the provider re-issues; what is absent has its default.</summary>
    public static RealmPolicy Read(ConfigObject config)
    {
        var usual = new RealmPolicy();
        if (config.Child("policy", Known) is not { } policy) return usual;
        return new()
        {
            Issue = (IssueRule)Array.IndexOf(Issues, policy.Choice("issue", Issues)),
            Overlap = Seconds(policy, "overlap_sec", Day) ?? usual.Overlap,
            RefreshBefore = Seconds(policy, "refresh_before_sec", Year),
            ForceInterval = Seconds(policy, "force_min_interval_sec", Day) ?? usual.ForceInterval,
            Timeout = policy.Whole("timeout_ms", 100, 120_000) is { } ms
                ? TimeSpan.FromMilliseconds(ms)
                : usual.Timeout,
            Identity = Identity(policy),
        };
    }

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
