using TokenFunctions.Realms.Paths;

namespace TokenFunctions.Realms.Responses;

/// <summary>What an answer of the right status must hold to be a success: one of <c>response.success</c>. Values are
/// compared as text.</summary>
/// <param name="Path">Where the value is.</param>
/// <param name="In">The values that are a success; null = any.</param>
/// <param name="NotIn">The values that are none; null = no value is refused.</param>
/// <param name="Absent">Whether a missing value is a success. Alone it says that the value has to be missing.</param>
internal sealed record SuccessRule(
    ValuePath Path, IReadOnlyList<string>? In, IReadOnlyList<string>? NotIn, bool Absent)
{
    /// <summary>Whether the answer fulfils the rule.</summary>
    public bool Holds(AnswerBody body)
    {
        var value = body.Find(Path);
        if (value.IsAbsent) return Absent;
        if (In is null && NotIn is null) return !Absent;
        return (In is null || In.Contains(value.Text, StringComparer.Ordinal))
            && (NotIn is null || !NotIn.Contains(value.Text, StringComparer.Ordinal));
    }
}
