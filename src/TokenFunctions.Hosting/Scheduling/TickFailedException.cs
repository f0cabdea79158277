namespace TokenFunctions.Hosting.Scheduling;

/// <summary>A tick of the timer function failed. Its message says what did, in a part of a sentence that any log may
/// have; why is in the service's own log.</summary>
public sealed class TickFailedException : Exception
{
    /// <summary>An exception without words.</summary>
    public TickFailedException()
    {
    }

    /// <summary>An exception with words for it.</summary>
    public TickFailedException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with words for it and a cause.</summary>
    public TickFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
