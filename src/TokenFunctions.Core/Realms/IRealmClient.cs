using TokenFunctions.Tokens;

namespace TokenFunctions.Realms;

/// <summary>Asks a provider for a token: one attempt, no retries.</summary>
public interface IRealmClient
{
    /// <summary>Runs the plan once.</summary>
    /// <param name="plan">What to send and how to read the answer.</param>
    /// <param name="material">What to ask with: holds every secret field, token, input and state that the plan reads,
    /// or the answer is <see cref="FailureKind.SecretIncomplete"/> with nothing sent.</param>
    /// <param name="timeout">The time for the whole attempt, all steps; when it is over the answer is a failure of kind
    /// <see cref="FailureKind.Transient"/>, never an exception.</param>
    Task<UpstreamAnswer> AskAsync(RealmPlan plan, CallMaterial material, TimeSpan timeout);
}
