using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Input;

/// <summary>What was read of a request, or what is wrong with it; both null = there was nothing to read.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Reading<T>(T? Value, Problem? Problem)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Problem))]
    public bool HasFailed => Problem is not null;

    public static implicit operator Reading<T>(T? value) => new(value, null);

    public static implicit operator Reading<T>(Problem problem) => new(null, problem);
}
