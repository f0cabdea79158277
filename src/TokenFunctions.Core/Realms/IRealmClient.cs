using TokenFunctions.Tokens;

namespace TokenFunctions.Realms;

/// <summary>Asks a provider for a token: one attempt, no retries.</summary>
public interface IRealmClient
{
    /// <summary>Runs the plan once.</summary>
    /// <param name="plan">What to send and how to read the answer.</param>
    /// <param name="secret">The credential; holds every field that the plan reads, or the answer is
    /// <see cref="FailureKind.SecretIncomplete"/> with nothing sent.</param>
    /// <param name="timeout">The time for the whole attempt; when it is over the answer is a failure of kind
    /// <see cref="FailureKind.Transient"/>, never an exception.</param>
    Task<UpstreamAnswer> AskAsync(RealmPlan plan, SecretFields secret, TimeSpan timeout);
}
