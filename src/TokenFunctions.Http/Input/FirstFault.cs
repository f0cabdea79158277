using TokenFunctions.Http.Problems;

namespace TokenFunctions.Http.Input;

/// <summary>The first fault found while a request is read. Reading goes on behind it, with
/// values that nobody uses.</summary>
internal sealed class FirstFault
{
    public Problem? Problem { get; private set; }

    public void Add(Problem problem) => Problem ??= problem;
}
