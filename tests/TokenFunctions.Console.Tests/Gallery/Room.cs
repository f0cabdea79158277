namespace TokenFunctions.Console.Tests.Gallery;

/// <summary>A view in one of its states.</summary>
/// <param name="Name">What it is called in findings, and its picture.</param>
/// <param name="EnterAsync">Brings somebody there from any other room, and waits until all of it is there.</param>
internal sealed record Room(string Name, Func<Tour, Task> EnterAsync)
{
    /// <summary>Makes it possible to leave, where the page would ask.</summary>
    public Func<Tour, Task> LeaveAsync { get; init; } = _ => Task.CompletedTask;
}
