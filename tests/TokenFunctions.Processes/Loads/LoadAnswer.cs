using System.Net;
using TokenFunctions.Processes.App;

namespace TokenFunctions.Processes.Loads;

/// <summary>One answer under load.</summary>
/// <param name="Call">The call's number.</param>
/// <param name="Answer">What came.</param>
/// <param name="Took">How long the caller waited.</param>
internal sealed record LoadAnswer(int Call, ApiAnswer Answer, TimeSpan Took)
{
    public bool HasToken => Answer.Status == HttpStatusCode.OK;

    public override string ToString() => $"Call {Call}: {Answer.Status} {Answer.Code}";
}
