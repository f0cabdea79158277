namespace TokenFunctions.App.Tests.Functions;

/// <summary>What a process does when it is killed.</summary>
public enum KillMoment
{
    Starting,
    Idle,
    InTick,
    InWrites,
}
