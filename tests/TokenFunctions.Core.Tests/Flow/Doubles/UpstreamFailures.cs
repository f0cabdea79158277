using TokenFunctions.Realms;
using TokenFunctions.Tokens;

namespace TokenFunctions.Core.Tests.Flow.Doubles;

/// <summary>Failures without a time to wait.</summary>
internal static class UpstreamFailures
{
    public static UpstreamAnswer Transient(UpstreamReach reach = UpstreamReach.Answered) =>
        UpstreamAnswer.Of(new UpstreamFailure(FailureKind.Transient, "The provider is unwell.", reach));
}
