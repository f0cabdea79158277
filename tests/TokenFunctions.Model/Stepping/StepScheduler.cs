namespace TokenFunctions.Model.Stepping;

/// <summary>Makes every await of one owner's code a step of the machine: no continuation runs inside another.</summary>
public sealed class StepScheduler(Machine machine, Owner owner) : TaskScheduler
{
    /// <summary>Starts work of the owner.</summary>
    public Task Start(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    protected override void QueueTask(Task task) => machine.Soon(owner, "step", () => TryExecuteTask(task));

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
