using System.Globalization;
using TokenFunctions.Diagnostics;
using TokenFunctions.Host.Apply.Differences;

namespace TokenFunctions.Host.Apply;

/// <summary>A plan as it is printed: a line a realm, a secret and a difference.</summary>
internal static class PlanText
{
    /// <summary>The lines, in the order in which things happen.</summary>
    public static IEnumerable<string> Lines(Plan plan) => plan.Saves.Concat(plan.Removals).SelectMany(realm =>
        Lines(realm.Kind, realm.Name, realm.Details)
            .Concat(realm.Secrets.SelectMany(secret => Lines(secret.Kind, secret.Name, secret.Details))));

    /// <summary>The last line of a run that only looked.</summary>
    public static string Summary(Plan plan)
    {
        var uncertain = plan.Uncertain == 0 ? "" : $", and {Count(plan.Uncertain, "secret")} that cannot be compared";
        return $"{Count(plan.Differences, "difference")}{uncertain}; nothing was sent.";
    }

    /// <summary>A number of things.</summary>
    public static string Count(int number, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? "" : "s")}");

    private static IEnumerable<string> Lines(ChangeKind kind, string name, IReadOnlyList<string> details) =>
        details.Count == 0
            ? [$"{Mark(kind)} {name}"]
            : details.Select(detail => PlainText.Of($"{Mark(kind)} {name}: {detail}"));

    private static char Mark(ChangeKind kind) => kind switch
    {
        ChangeKind.Make => '+',
        ChangeKind.Change => '~',
        ChangeKind.Remove => '-',
        ChangeKind.Send => '?',
        ChangeKind.Leave => '!',
        _ => '=',
    };
}
