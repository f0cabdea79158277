namespace TokenFunctions.Realms.Drafting;

/// <summary>A field that the secret of a drafted realm needs. It has no value: nobody sends one back.</summary>
/// <param name="Field">Its name, valid by <see cref="FieldName"/>.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="IsConfidential">Whether the value must not be seen.</param>
/// <param name="From">Where in the curl line the value stood, in words.</param>
public sealed record DraftField(string Field, string Label, bool IsConfidential, string From);
