namespace TokenFunctions.Realms.Trials;

/// <summary>One exchange of a trial, fit to be shown: what is confidential is masked.</summary>
/// <param name="Step">The step's id; <c>main</c> for the main one.</param>
/// <param name="Request">What was sent.</param>
/// <param name="Response">What was answered; null = no whole answer came.</param>
public sealed record TrialExchange(string Step, TrialMessage Request, TrialMessage? Response);
