using TokenFunctions.Realms.Requests;
using TokenFunctions.Realms.Responses;

namespace TokenFunctions.Realms;

/// <summary>A private exchange before the main one.</summary>
/// <param name="Id">Its name in templates: <c>${steps.ID.path}</c>.</param>
/// <param name="Request">What is sent.</param>
/// <param name="Response">How its answer is judged; without a token path any success will do.</param>
internal sealed record StepPlan(string Id, RequestPlan Request, ResponsePlan Response);
