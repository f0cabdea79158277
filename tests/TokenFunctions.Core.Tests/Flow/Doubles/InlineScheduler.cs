namespace TokenFunctions.Core.Tests.Flow.Doubles;

/// <summary>Runs work at once on the thread that starts it, so that a call returns when all that can run has run.</summary>
internal sealed class InlineScheduler : TaskScheduler
{
    protected override void QueueTask(Task task)
    {
        // What the test runner puts here would take the work away to its own threads.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            TryExecuteTask(task);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
