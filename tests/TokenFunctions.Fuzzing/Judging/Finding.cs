namespace TokenFunctions.Fuzzing.Judging;

/// <summary>Something that must not be.</summary>
/// <param name="Number">The request; null = none alone brought it about.</param>
/// <param name="What">What was seen.</param>
internal sealed record Finding(int? Number, string What)
{
    public override string ToString() => Number is { } number ? $"--only {number}: {What}" : What;
}
