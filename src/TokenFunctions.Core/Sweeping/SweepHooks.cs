using TokenFunctions.Storage;
using TokenFunctions.Tokens;

namespace TokenFunctions.Sweeping;

/// <summary>What others want to do for the rows that the slow pass of the sweep comes by. A hook answers for its own
/// failures; what it throws ends the pass for this sweep.</summary>
public sealed record SweepHooks
{
    /// <summary>Called with each secret that has an end of its own (<see cref="Secret.ExpiresAt"/>): it decides whether
    /// that is near.</summary>
    public Func<Secret, CancellationToken, Task>? SecretExpires { get; init; }

    /// <summary>Called with each token that owes the operators a notice.</summary>
    public Func<TokenKey, CancellationToken, Task>? NoticeOwed { get; init; }

    /// <summary>Called when a pass over the tokens begins, with the store time: the place to remove rows of other
    /// tables that have ended, such as windows of quotas.</summary>
    public Func<DateTimeOffset, CancellationToken, Task>? PassBegins { get; init; }

    /// <summary>Called once in each sweep, beside its own work: the place for slow work of another kind. It sees to its
    /// own time; what it throws fails the sweep.</summary>
    public Func<CancellationToken, Task>? Beside { get; init; }

    /// <summary>Called when a sweep has ended well, with what it did; what it throws fails the sweep.</summary>
    public Func<SweepReport, CancellationToken, Task>? Ended { get; init; }
}
