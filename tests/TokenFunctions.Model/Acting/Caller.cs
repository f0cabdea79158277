using TokenFunctions.Tokens;

namespace TokenFunctions.Model.Acting;

/// <summary>One request of somebody who wants a token.</summary>
public sealed class Caller(World world, Instance by, TokenRequest request)
{
    /// <summary>Whom it asks.</summary>
    public Instance By => by;

    /// <summary>What it asks for.</summary>
    public TokenRequest Request => request;

    /// <summary>When it asked, true time.</summary>
    public DateTimeOffset AskedAt { get; } = world.Machine.Now;

    /// <summary>The generation in the store when it asked.</summary>
    public long SeenAtStart { get; } = world.Truth.Row(request.Key).Generation;

    /// <summary>Whether it was answered or left.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>What it got; null = nothing (yet).</summary>
    public TokenResult? Result { get; private set; }

    /// <summary>Asks, and leaves after a time.</summary>
    /// <param name="leaveAfter">When it leaves; null = it stays.</param>
    /// <param name="then">What it does with its answer.</param>
    public void Ask(TimeSpan? leaveAfter, Action<Caller>? then)
    {
        var leaving = new CancellationTokenSource();
        if (leaveAfter is { } time) world.Machine.After(time, by.Owner, "a caller leaves", leaving.Cancel);
        _ = by.Scheduler.Start(() => AskAsync(then, leaving.Token));
        world.Answers.CheckDeadline(this);
    }

    public override string ToString() =>
        $"a caller of {by.Owner.Name} ({request.Key.Key} min_ttl {request.MinTtl.TotalSeconds:F0} invalid {request.Invalid}"
        + $" flush {request.Flush}, asked {AskedAt:mm:ss.fff})";

    private async Task AskAsync(Action<Caller>? then, CancellationToken leaving)
    {
        try
        {
            Result = await by.Front.GetAsync(request, leaving);
            HasEnded = true;
            if (world.Machine.IsTraced) world.Machine.Tell(by.Owner, $"{this} got {Shown(Result)}");
            world.Answers.Answered(this, Result);
            then?.Invoke(this);
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            HasEnded = true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            world.Machine.Break("failures are values", $"{this} got {e}");
        }
    }

    private static string Shown(TokenResult result) => result.HasToken
        ? $"{result.Token.Value.Reveal()} generation {result.Token.Generation} from {result.Origin}"
        : $"{result.Failure.Kind} retry {result.Failure.RetryAt:mm:ss}";
}
