namespace TokenFunctions.Http.Problems;

/// <summary>Why a trial is not run.</summary>
internal static class TrialProblem
{
    public static Problem UnknownInput(string name, IReadOnlyCollection<string> known) =>
        InputProblem.InvalidValue(
            $"inputs.{name}",
            known.Count == 0
                ? "left out: the realm's config has no inputs"
                : $"left out: the inputs of the realm's config are {string.Join(", ", known)}");

    public static Problem EndsToken(bool forced) => Refuse(
        "A trial asks the provider for a new token, and this provider then ends the one in use ("
        + (forced ? "policy.force_issue or policy.issue" : "policy.issue") + " is replaces). "
        + "Send confirm: true if that may be, or look at the token by GET /api/token.");

    public static Problem UsesUpState() => Refuse(
        "A trial uses up the refresh token, and the one that the answer brings is not stored. Send confirm: true with "
        + "a secret of its own if it may be lost.");

    public static Problem LosesStoredState() => Refuse(
        "A trial with the stored secret would use up its refresh token and store no new one: the account would be "
        + "locked out. Ask for the token by GET /api/token with flush=true, or try it with a secret of its own.");

    private static Problem Refuse(string detail) => new(409, "trial_has_effects", detail) { Field = "confirm" };
}
