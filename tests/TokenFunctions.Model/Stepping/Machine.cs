using System.Globalization;

namespace TokenFunctions.Model.Stepping;

/// <summary>The world's one thread: virtual time, and steps in an order that the seed draws. Time moves only when
/// nothing is left to run.</summary>
public sealed class Machine(Chance chance, Action<string>? trace)
{
    private const long MostSteps = 2_000_000;
    private readonly PriorityQueue<Step, (long Ticks, long Number)> later = new();
    private readonly List<Step> ready = [];
    private readonly int thread = Environment.CurrentManagedThreadId;
    private long number;

    /// <summary>The true time, which is the store's.</summary>
    public DateTimeOffset Now { get; private set; } = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>How many steps have run.</summary>
    public long Steps { get; private set; }

    /// <summary>The first rule that was broken; null = none yet. Nothing runs after it.</summary>
    public string? Broken { get; private set; }

    /// <summary>Whether the order of steps is disturbed by pauses.</summary>
    public bool IsCalm { get; set; }

    /// <summary>Whether somebody reads the trace.</summary>
    public bool IsTraced => trace is not null;

    /// <summary>Says that a rule was broken.</summary>
    public void Break(string rule, string story)
    {
        Broken ??= $"{rule}: {story}";
        Tell(null, "BROKEN " + Broken);
    }

    /// <summary>Writes a line of the trace.</summary>
    public void Tell(Owner? owner, string line) => trace?.Invoke(string.Create(
        CultureInfo.InvariantCulture, $"{Now:mm:ss.fff} {Steps,6} {owner?.Name ?? "world",-6} {line}"));

    /// <summary>Runs something after a time.</summary>
    public void After(TimeSpan delay, Owner? owner, string what, Action run) =>
        later.Enqueue(new Step(owner, what, run), (Now.Ticks + Math.Max(delay.Ticks, 0), ++number));

    /// <summary>Runs something now, in any order with what else can run now.</summary>
    public void Soon(Owner? owner, string what, Action run)
    {
        if (Environment.CurrentManagedThreadId != thread)
            Break("one thread", $"{what} was begun on a thread that is not the model's");
        else ready.Add(new Step(owner, what, run));
    }

    /// <summary>Runs all that is to run until a time.</summary>
    /// <returns>False = a rule was broken.</returns>
    public bool RunUntil(DateTimeOffset end)
    {
        // What a test runner puts here would take the work away to its own threads.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            while (Broken is null && (ready.Count > 0 || MoveOn(end))) RunOne();
            if (Broken is null && Now < end) Now = end;
            return Broken is null;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary>Whether anything is left to run, ever.</summary>
    public bool IsSpent => ready.Count == 0 && later.Count == 0;

    private bool MoveOn(DateTimeOffset end)
    {
        if (!later.TryPeek(out _, out var next) || next.Ticks > end.Ticks) return false;
        if (next.Ticks > Now.Ticks) Now = new DateTimeOffset(next.Ticks, TimeSpan.Zero);
        ready.Add(later.Dequeue());
        return true;
    }

    private void RunOne()
    {
        var at = chance.Below(ready.Count);
        var step = ready[at];
        ready[at] = ready[^1];
        ready.RemoveAt(ready.Count - 1);
        if (step.Owner is { } owner && (owner.IsDead || IsPutOff(owner, step))) return;
        if (++Steps > MostSteps) Break("rest", "the steps never end");
        step.Run();
    }

    // Between any two steps a process may be paused: for long when it is frozen, for a moment when it is busy.
    private bool IsPutOff(Owner owner, Step step)
    {
        if (Now < owner.FrozenUntil) After(owner.FrozenUntil - Now, owner, step.What, step.Run);
        else if (!IsCalm && chance.Of(0.02)) After(chance.MostlyShort(0, 0.05), owner, step.What, step.Run);
        else return false;
        return true;
    }
}
