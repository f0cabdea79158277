using TokenFunctions.Model.Stepping;
using TokenFunctions.Storage;
using TokenFunctions.Storage.Tables;

namespace TokenFunctions.Model.Storing;

/// <summary>Carries requests to the store and answers back, or loses them.</summary>
internal sealed class StoreLine(Machine machine, StoreWeather weather, Instance instance)
{
    /// <summary>Sends a request.</summary>
    /// <param name="what">Its name in traces.</param>
    /// <param name="effect">What it does in the store.</param>
    /// <param name="cancellationToken">The asker's leaving.</param>
    public Task<T> SendAsync<T>(string what, Func<Task<T>> effect, CancellationToken cancellationToken)
    {
        var fate = weather.Draw();
        var answer = new TaskCompletionSource<T>();
        var sentAt = instance.Time.GetUtcNow();
        if (fate.End == StoreEnd.TakesEffectLate) GiveUp(what, answer, fate.Back);
        machine.After(fate.There, null, what, () =>
        {
            if (fate.End == StoreEnd.Refused) GiveUp(what, answer, fate.Back);
            else Serve(what, effect, answer, fate, sentAt);
        });
        return cancellationToken.CanBeCanceled ? answer.Task.WaitAsync(cancellationToken) : answer.Task;
    }

    private void Serve<T>(
        string what, Func<Task<T>> effect, TaskCompletionSource<T> answer, StoreFate fate, DateTimeOffset sentAt)
    {
        var done = effect();
        if (machine.IsTraced) machine.Tell(instance.Owner, $"{what} = {Shown(done)} ({fate.End})");
        if (fate.End == StoreEnd.Lost) GiveUp(what, answer, fate.Back);
        if (fate.End != StoreEnd.Answered) return;
        var date = new DateTimeOffset(machine.Now.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        machine.After(fate.Back, instance.Owner, what, () =>
        {
            instance.Clock.Observe(sentAt, instance.Time.GetUtcNow(), date);
            instance.NoteError();
            if (done.Exception is { } fault) answer.TrySetException(fault.InnerException!);
            else answer.TrySetResult(done.Result);
        });
    }

    private void GiveUp<T>(string what, TaskCompletionSource<T> answer, TimeSpan after) =>
        machine.After(after, instance.Owner, what, () =>
        {
            machine.Tell(instance.Owner, $"{what} has no answer");
            answer.TrySetException(new StoreUnavailableException());
        });

    private static string Shown<T>(Task<T> done) => done.IsFaulted ? "a fault" : done.Result switch
    {
        null => "nothing",
        Row row => RowText.Of(row),
        RowPage page => $"{page.Rows.Count} rows",
        WriteResult result => result.Outcome.ToString(),
        var other => other.ToString()!,
    };
}
