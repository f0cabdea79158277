using TokenFunctions.Host.Apply.Differences;

namespace TokenFunctions.Host.Apply;

/// <summary>Counts what was done, and tells what was not.</summary>
/// <param name="error">Where failures are told.</param>
internal sealed class Tally(TextWriter error)
{
    private readonly Dictionary<ChangeKind, int> done = [];
    private int failed;

    /// <summary>Whether all was done.</summary>
    public bool IsWhole => failed == 0;

    /// <summary>The last line of a run.</summary>
    public string Summary
    {
        get
        {
            if (IsWhole && done.Count == 0) return "Nothing to do: the service is as the folder says.";
            var text = $"{Number(ChangeKind.Make)} made, {Number(ChangeKind.Change)} changed,"
                + $" {Number(ChangeKind.Remove)} removed";
            return IsWhole ? $"Done: {text}." : $"Done in part: {text}; {PlanText.Count(failed, "failure")}.";
        }
    }

    /// <summary>Notes what took effect.</summary>
    public void Did(ChangeKind kind) => done[kind] = Number(kind) + 1;

    /// <summary>Tells what did not.</summary>
    public async Task FailedAsync(string name, string reason)
    {
        failed++;
        await error.WriteLineAsync($"{name}: {reason}");
    }

    private int Number(ChangeKind kind) => done.GetValueOrDefault(kind);
}
