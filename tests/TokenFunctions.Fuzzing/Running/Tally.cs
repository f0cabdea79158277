using System.Collections.Concurrent;
using TokenFunctions.Fuzzing.Judging;
using TokenFunctions.Fuzzing.Requests;
using TokenFunctions.Fuzzing.Wire;

namespace TokenFunctions.Fuzzing.Running;

/// <summary>What was seen so far, by several senders.</summary>
internal sealed class Tally
{
    private readonly ConcurrentQueue<Finding> findings = new();
    private readonly ConcurrentDictionary<int, int> statuses = new();

    public IReadOnlyList<Finding> Findings => [.. findings];

    public IReadOnlyDictionary<int, int> Statuses => statuses;

    /// <summary>Judges an answer; null = the server ended the connection without one.</summary>
    public void Judge(FuzzRequest request, WireAnswer? answer)
    {
        Count(answer?.Status ?? 0);
        if (answer is null && request.Framing == Framing.Sound) Add(request, "the connection ended without an answer");
        if (answer is not null && AnswerRules.Complain(request, answer) is { } complaint) Add(request, complaint);
    }

    public void Add(FuzzRequest request, string what) => findings.Enqueue(new Finding(request.Number, $"{request.Route}: {what}"));

    public void Add(string what) => findings.Enqueue(new Finding(null, what));

    private void Count(int status) => statuses.AddOrUpdate(status, 1, (_, before) => before + 1);
}
