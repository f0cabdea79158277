namespace TokenFunctions.Storage.Sealing;

/// <summary>A file of sealing keys cannot be used. What stands in it is not told.</summary>
public sealed class SealingKeyFileException : Exception
{
    /// <summary>An exception with the plain message.</summary>
    public SealingKeyFileException()
        : base("The file of sealing keys cannot be used.")
    {
    }

    /// <summary>An exception with a message of one's own; it must not hold a key.</summary>
    public SealingKeyFileException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public SealingKeyFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
