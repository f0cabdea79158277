namespace TokenFunctions.Storage.Tables;

/// <summary>A row is larger than every store could hold; nothing was written.</summary>
public sealed class RowTooLargeException : Exception
{
    /// <summary>Tells the row's address and size in bytes.</summary>
    public RowTooLargeException(RowKey key, long bytes)
        : base($"The row {key.Partition}/{key.Id} has {bytes} bytes; at most {RowLimits.MaxBytes} can be stored.")
    {
    }

    /// <summary>An exception without an address.</summary>
    public RowTooLargeException()
    {
    }

    /// <summary>An exception with a message of one's own.</summary>
    public RowTooLargeException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public RowTooLargeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
