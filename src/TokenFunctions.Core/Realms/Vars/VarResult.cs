using TokenFunctions.Realms.Templates;

namespace TokenFunctions.Realms.Vars;

/// <summary>A var's value, or why there is none.</summary>
/// <param name="Value">The value; absent when there is a fault.</param>
/// <param name="Fault">One sentence without any value; null = none.</param>
internal readonly record struct VarResult(Datum Value, string? Fault)
{
    /// <summary>A value.</summary>
    public static VarResult Of(Datum value) => new(value, null);

    /// <summary>A fault.</summary>
    public static VarResult Failed(string fault) => new(default, fault);
}
