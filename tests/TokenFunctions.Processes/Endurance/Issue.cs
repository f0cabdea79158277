namespace TokenFunctions.Processes.Endurance;

/// <summary>A token as the provider issued it.</summary>
/// <param name="Token">The token.</param>
/// <param name="At">When, as a timestamp of the stopwatch.</param>
/// <param name="Life">How long it works.</param>
internal sealed record Issue(string Token, long At, TimeSpan Life)
{
    // Without the token.
    public override string ToString() => $"Issue at {At}";
}
