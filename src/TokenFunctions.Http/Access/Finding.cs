using System.Runtime.InteropServices;
using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Access;

/// <summary>Who sent a request, or why nobody is served; both null = it brings nothing that would tell.</summary>
/// <param name="Who">Who sent it.</param>
/// <param name="Problem">Why nobody is served.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Finding(Requester? Who, Problem? Problem)
{
    /// <summary>The request brings nothing by which its sender could be known.</summary>
    public static Finding Nobody => default;

    /// <summary>Whether it is <see cref="Nobody"/>.</summary>
    public bool IsNobody => Who is null && Problem is null;

    public static implicit operator Finding(Requester who) => new(who, null);

    public static implicit operator Finding(Problem problem) => new(null, problem);
}
