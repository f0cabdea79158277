namespace TokenFunctions.Storage.Sealing;

/// <summary>A sealed value cannot be opened: its key is unknown, or it was changed or moved after sealing.</summary>
public sealed class SealBrokenException : Exception
{
    /// <summary>An exception with the plain message.</summary>
    public SealBrokenException()
        : base("A sealed value cannot be opened.")
    {
    }

    /// <summary>An exception with a message of one's own; it must not hold the value.</summary>
    public SealBrokenException(string message)
        : base(message)
    {
    }

    /// <summary>An exception that tells why; the message must not hold the value.</summary>
    public SealBrokenException(SealFault fault, string message)
        : base(message) => Fault = fault;

    /// <summary>An exception with a message and its cause.</summary>
    public SealBrokenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Why it cannot be opened.</summary>
    public SealFault Fault { get; }
}
