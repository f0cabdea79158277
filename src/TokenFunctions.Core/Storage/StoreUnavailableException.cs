namespace TokenFunctions.Storage;

/// <summary>The store did not answer, or said that it cannot serve. Whether a write took effect is unknown.</summary>
public class StoreUnavailableException : Exception
{
    /// <summary>An exception with the plain message.</summary>
    public StoreUnavailableException()
        : base("The store cannot be reached.")
    {
    }

    /// <summary>An exception with a message of one's own; it must not hold a secret.</summary>
    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public StoreUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
