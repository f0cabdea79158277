namespace TokenFunctions.Http.Input;

/// <summary>How large a body may be.</summary>
/// <param name="MaxBytes">The most bytes, below what the server takes off the wire.</param>
/// <param name="MaxValues">The most values, objects and arrays among them.</param>
internal sealed record BodyLimits(int MaxBytes, int MaxValues)
{
    /// <summary>Of one thing.</summary>
    public static BodyLimits Standard { get; } = new(BodyReader.MaxBytes, JsonInspector.MaxValues);

    /// <summary>Of an import, which has many.</summary>
    public static BodyLimits Import { get; } = new(3 * 1024 * 1024, 200_000);
}
